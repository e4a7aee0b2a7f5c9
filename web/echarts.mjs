// The part of ECharts that the explorer draws with, as one classic script with
// the global `echarts` (also usable from file://). Every export here is in use
// by src/browser/echarts; every `use` is asked for by src/figure/options.
// Without it: HTML tooltips (they write inline styles; readouts are ours),
// legends (labels are direct), canvas (SVG only).

import { use } from "echarts/core";
import { BarChart, LineChart, LinesChart } from "echarts/charts";
import {
  AriaComponent,
  AxisPointerComponent,
  GridComponent,
  MarkLineComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  AriaComponent,
  AxisPointerComponent,
  BarChart,
  GridComponent,
  LineChart,
  LinesChart,
  MarkLineComponent,
  SVGRenderer,
]);

import "./on-paper.mjs";

export { getInstanceByDom, init } from "echarts/core";
