// What a page without a Faktabank would be: ECharts as it is published, and the same file of
// figures that our page draws the same line from. Library and figures are fetched side by side.

"use strict";

fetch("20.json").then((answer) => answer.json()).then((set) => {
  const { dimension, id, size, value } = set;
  const codes = (name) => dimension[name].category.index;
  const at = { Region: codes("Region").indexOf("2080"), ContentsCode: codes("ContentsCode").indexOf("sysselsattningsgrad") };
  const place = (month) => id.reduce((sum, name, which) => sum * size[which] + (name === "Tid" ? month : (at[name] ?? 0)), 0);
  const months = codes("Tid").map((code) => code.replace("M", "-"));
  const chart = echarts.init(document.getElementById("chart"), null, { renderer: "svg" });
  chart.setOption({
    animation: false,
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: months },
    yAxis: { type: "value", scale: true, axisLabel: { formatter: "{value} %" } },
    series: [{ type: "line", name: "Sysselsättningsgrad", showSymbol: false, data: months.map((_, month) => value[place(month)]) }],
  });
  document.documentElement.dataset.app = "ready";
});
