// What no chart here uses of ECharts, by what it is for: whole files with what
// stands in for each, and single functions, which then do nothing. A chart that
// comes to need one takes it off these lists.

/** Files that are needed, and what stands in for them. */
export const FILES = {
  // Options in the manner of ECharts 2 to 4.
  "echarts/lib/preprocessor/backwardCompat.js": "export default function () {}",
  // A theme, a language and a waiting picture that nobody asks for.
  "echarts/lib/theme/dark.js": "export default {}",
  "echarts/lib/i18n/langEN.js": "export default {}",
  "echarts/lib/i18n/langZH.js": 'export { default } from "./langEN.js"',
  "echarts/lib/loading/default.js": "export default function () {}",
  // Axes of time and of powers: ours are names and numbers.
  "echarts/lib/scale/Time.js": 'export { default } from "./Interval.js"; export function calcNiceForTimeScale() {}',
  "echarts/lib/scale/Log.js": "export default class {}",
  // Ticks between ticks, areas between ticks, two axes with the same ticks.
  "echarts/lib/scale/minorTicks.js": "export function getMinorTicks() { return []; }",
  "echarts/lib/component/axis/axisSplitHelper.js":
    "export function rectCoordAxisBuildSplitArea() {} export function rectCoordAxisHandleRemove() {}",
  "echarts/lib/coord/axisAlignTicks.js": "export function scaleCalcAlign() {}",
  // Data sets made out of others, before they are drawn; fewer points than there are.
  "echarts/lib/data/helper/transform.js":
    "export class ExternalSource {} export function applyDataTransform() {} export function registerExternalTransform() {}",
  "echarts/lib/processor/dataSample.js": "export default (seriesType) => ({ seriesType, reset() {} })",
  // Drawing on a canvas, little by little, and motion: SVG, at rest.
  "zrender/lib/canvas/graphic.js":
    "export function brush() {} export function brushLoopFinalize() {} export function brushSingle() {} export function createCanvasPattern() {}",
  "zrender/lib/graphic/IncrementalDisplayable.js": "export default class {}",
  "zrender/lib/svg/cssAnimation.js": "export function createCSSAnimation() {}",
  "zrender/lib/animation/Animator.js": "export default class {} export function cloneValue(value) { return value; }",
  "echarts/lib/chart/line/lineAnimationDiff.js": "export default function () {}",
  // Parts of a chart dragged about by the reader, or drawn apart with two fingers.
  "zrender/lib/mixin/Draggable.js": "export default class {}",
  "zrender/lib/core/GestureMgr.js": "export class GestureMgr { recognize() {} clear() { return this; } }",
  // Bars around a middle.
  "zrender/lib/graphic/helper/roundSector.js": "export function buildPath() {}",
  "echarts/lib/util/shape/sausage.js": "export default class {}",
  "echarts/lib/label/sectorLabel.js":
    "export function createSectorCalculateTextPosition() {} export function setSectorTextRotation() {}",
  "echarts/lib/chart/helper/sectorHelper.js": "export function getSectorCornerRadius() {}",
  // Shapes out of a text; curves without corners; rounded corners.
  "zrender/lib/tool/path.js":
    "export function createFromString() {} export function extendFromString() {} export function mergePath() {}",
  "zrender/lib/graphic/helper/smoothBezier.js": "export default function () {}",
  "zrender/lib/graphic/helper/roundRect.js": "export function buildPath() {}",
  "zrender/lib/graphic/CompoundPath.js": "export default class {}",
  "zrender/lib/contain/cubic.js": "export function containStroke() {}",
  "zrender/lib/contain/quadratic.js": "export function containStroke() {}",
  // Lines along which something travels, and thousands of lines at once.
  "echarts/lib/chart/helper/EffectLine.js": "export default class {}",
  "echarts/lib/chart/helper/EffectPolyline.js": "export default class {}",
  "echarts/lib/chart/helper/LargeLineDraw.js": "export default class {}",
  // Arrays have a stable order of their own since.
  "zrender/lib/core/timsort.js": "export default (array, compare) => array.sort(compare)",
};

/** Functions and methods that are never called, by file. */
export const FUNCTIONS = {
  // Motion: every chart is drawn at rest, and a state without a way to it.
  "zrender/lib/Element.js": ["animateTo", "animateToShallow", "copyValue", "animate", "addAnimator", "_transitionState"],
  "zrender/lib/animation/Animation.js": ["addClip", "removeClip"],
  "zrender/lib/core/PathProxy.js": ["_calculateLength", "appendPath"],
  "echarts/lib/util/model.js": ["interpolateRawValues"],
  "echarts/lib/chart/line/poly.js": ["getPointOn"],
  // Lines in steps, in colours that follow their values, and moving.
  "echarts/lib/chart/line/LineView.js": [
    "turnPointsIntoStep",
    "getVisualGradient",
    "_doUpdateAnimation",
    "_initSymbolLabelAnimation",
  ],
  // Bars around a middle, sorted while they move, by the thousand, with a background.
  "echarts/lib/chart/bar/BarView.js": [
    "polar",
    "createPolarPositionMapping",
    "_enableRealtimeSort",
    "_dispatchInitSort",
    "_updateSortWithinSameData",
    "_dataSort",
    "_isOrderChangedWithinSameData",
    "_isOrderDifferentInView",
    "updateRealtimeAnimation",
    "_renderLarge",
    "_incrementalRenderLarge",
    "createLarge",
    "largePathFindDataIndex",
    "createBackground",
    "createBackgroundShape",
  ],
  "echarts/lib/chart/bar/BaseBarSeries.js": ["getMarkerPosition"],
  "echarts/lib/chart/helper/createClipPathFromCoordSys.js": ["createPolarClipPath"],
  "echarts/lib/model/referHelper.js": ["polar", "singleAxis", "parallel", "matrix"],
  // Curves: lines go straight from point to point.
  "zrender/lib/graphic/shape/BezierCurve.js": ["buildPath", "someVectorAt", "pointAt", "tangentAt"],
  "zrender/lib/contain/path.js": ["windingCubic", "windingQuadratic"],
  "zrender/lib/core/bbox.js": ["fromCubic", "fromQuadratic"],
  "zrender/lib/core/curve.js": ["cubicProjectPoint", "quadraticProjectPoint", "cubicLength", "quadraticLength"],
  // Colours that run into each other, pictures, icons.
  "zrender/lib/svg/graphic.js": ["setGradient", "brushSVGImage"],
  "echarts/lib/util/graphic.js": ["createIcon", "makeImage", "makePath", "clipRectByRect", "clipPointsByRect"],
  "echarts/lib/chart/line/LineSeries.js": ["getLegendIcon"],
  // Only a canvas asks what of it is to be painted again.
  "zrender/lib/graphic/Displayable.js": ["getPaintRect", "shouldBePainted"],
  "echarts/lib/core/echarts.js": ["getConnectedDataURL", "renderToCanvas", "showLoading", "appendData", "setTheme", "containPixel", "getVisual"],
  // Texts broken into lines, cut off, on a background, or set at an angle.
  "zrender/lib/graphic/Text.js": ["_renderBackground"],
  "zrender/lib/graphic/helper/parseText.js": ["wrapText", "truncateSingleLine", "truncateText2", "prepareTruncateOptions"],
  "zrender/lib/core/OrientedBoundingRect.js": ["intersect", "_intersectCheckOneSide", "_getProjMinMaxOnAxis"],
  // Axes of numbers with a line for each, with gaps, with bars on them; names of
  // categories left out where they are too many: `figure` chooses them.
  "echarts/lib/component/axis/CartesianAxisView.js": ["minorSplitLine"],
  "echarts/lib/component/axis/AxisBuilder.js": ["addBreakEventHandler", "endTextLayout"],
  "echarts/lib/coord/axisTickLabelBuilder.js": ["makeAutoCategoryInterval"],
  "echarts/lib/coord/axisStatisticsMetricsImpl.js": ["metricLiPosMinGapImpl"],
  "echarts/lib/coord/axisBand.js": ["calcBandWidthForNumericAxis"],
  "echarts/lib/util/layout.js": ["boxLayout"],
  // Time.
  "echarts/lib/util/time.js": ["parseTimeAxisLabelFormatterDictionary"],
  "echarts/lib/util/number.js": ["parseDate"],
  // Data that are filtered, thinned out or added to, or lie in a data set of their own.
  "echarts/lib/data/DataStore.js": [
    "selectRange",
    "filter",
    "downSample",
    "lttbDownSample",
    "minmaxDownSample",
    "getMedian",
    "getSum",
    "appendData",
    "appendValues",
  ],
  "echarts/lib/data/SeriesData.js": ["selectRange", "filterSelf", "appendData", "appendValues"],
  "echarts/lib/data/DataDiffer.js": ["_executeMultiple"],
  "echarts/lib/data/Source.js": ["detectSourceFormat"],
  "echarts/lib/data/helper/SeriesDataSchema.js": ["makeStoreSchema"],
  "echarts/lib/data/helper/sourceHelper.js": ["doGuessOrdinal"],
  "echarts/lib/data/helper/sourceManager.js": ["_applyTransform"],
  "echarts/lib/component/marker/markerHelper.js": ["markerTypeCalculatorWithExtent", "numCalculate"],
  // A pointer with a handle; series that pale beside another.
  "echarts/lib/component/axisPointer/BaseAxisPointer.js": [
    "_renderHandle",
    "_moveHandleToValue",
    "_onHandleDragMove",
    "_onHandleDragEnd",
    "_doDispatchAxisPointer",
  ],
  "echarts/lib/component/axisPointer/CartesianAxisPointer.js": ["getHandleTransform", "updateHandleTransform"],
  "echarts/lib/util/states.js": ["blurSeries", "blurComponent", "blurSeriesFromHighlightPayload", "createBlurDefaultState"],
  "echarts/lib/model/Global.js": ["getOption", "filterSeries"],
  // Events asked for by series, or under older names.
  "echarts/lib/util/ECEventProcessor.js": ["normalizeQuery", "filter"],
  "echarts/lib/legacy/dataSelectAction.js": ["createLegacyDataSelectAction", "handleLegacySelectEvents"],
  // What is shown at the pointer: readouts are ours.
  "echarts/lib/component/tooltip/seriesFormatTooltip.js": ["defaultSeriesFormatTooltip"],
  "echarts/lib/component/tooltip/tooltipMarkup.js": ["createTooltipMarkup", "makeTooltipMarker", "wrapRichTextStyle"],
  "echarts/lib/util/format.js": ["getTooltipMarker"],
};
