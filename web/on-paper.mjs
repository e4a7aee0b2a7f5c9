// Charts on paper. A drawing made for a screen would be cut off by the edge of a
// page, or be too small to read: before printing each is drawn once more, as
// wide as a page, and afterwards as it was. `print.css` does the rest.

import { getInstanceByDom } from "echarts/core";

// A4 between the margins of print.css, in CSS pixels.
const WIDTH = 680;

const charts = () => [...document.querySelectorAll(".chart-canvas")]
  .map((place) => [place, getInstanceByDom(place)])
  .filter(([, chart]) => chart);

addEventListener("beforeprint", () => {
  for (const [place, chart] of charts()) {
    // As high as it was: the places of its labels are reckoned from that.
    const height = chart.getHeight();
    chart.resize({ width: WIDTH, height });
    // At once: the page is printed before the next frame.
    chart.getZr().flush();
    place.querySelector("svg")?.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  }
});

// On the next frame: Firefox tells of it while the page still has the measures of paper.
addEventListener("afterprint", () => requestAnimationFrame(() => {
  for (const [place, chart] of charts()) {
    place.querySelector("svg")?.removeAttribute("viewBox");
    chart.resize({ width: "auto", height: "auto" });
  }
}));
