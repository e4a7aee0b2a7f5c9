// The part of ECharts that the explorer draws with, as one classic script with
// the global `echarts` (also usable from file://). Every export here is in use
// by src/browser/echarts; every part handed to `use` is asked for by
// crates/figures/src/drawing/options: tests/drawing fails when one is missing, or not needed.
// GridComponent brings the pointer of an axis along. Without it: HTML tooltips
// (they write inline styles; readouts are ours), legends (labels are direct),
// canvas (SVG only).

import { use } from "echarts/core";
import { BarChart, LineChart, LinesChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LineChart,
  LinesChart,
  MarkLineComponent,
  SVGRenderer,
]);

import "./on-paper.mjs";

export { getInstanceByDom, init } from "echarts/core";
