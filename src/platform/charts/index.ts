import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** The library with the parts that are used, loaded for the first picture: a start that reads its 600 files takes far longer. */
const loadLibrary = async () => {
  const [{ BarChart }, { GridComponent, LegendComponent }, { init, use }, { SVGRenderer }] = await Promise.all([
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/core'),
    import('echarts/renderers'),
  ]);
  use([BarChart, GridComponent, LegendComponent, SVGRenderer]);
  return { init };
};
let library: ReturnType<typeof loadLibrary> | undefined;

export type Bars = {
  /** Along the axis, in their order. */
  readonly labels: readonly string[];
  /** One set of bars each; null: not known, so no bar stands there. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** Of the numbers, above their axis. */
  readonly unit: string;
  /** The sets of one label stand on each other instead of side by side. */
  readonly stacked?: boolean;
  /** Long labels read better beside lying bars. */
  readonly lying?: boolean;
};

type Option = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>;

/** Design tokens by value: a picture has no style sheet. Neighbours differ in lightness too. */
const colours = ['#0017c1', '#ff8d44', '#008299', '#bb87ff', '#806300', '#9db7f9'];
const text = { color: '#333333', fontFamily: "'Noto Sans JP', 'BIZ UDGothic', sans-serif", fontSize: 13 };
const line = { lineStyle: { color: '#b3b3b3' } };
const width = 960;

const heightOf = ({ lying, labels, series, stacked }: Bars): number =>
  lying ? 90 + labels.length * (stacked ? 30 : 14 + 16 * series.length) : 320;

const optionOf = ({ labels, series, unit, stacked, lying }: Bars): Option => {
  const names = {
    type: 'category' as const,
    data: [...labels],
    inverse: lying,
    axisLabel: text,
    axisLine: line,
    axisTick: { show: false },
  };
  const numbers = {
    type: 'value' as const,
    name: `（${unit}）`,
    nameTextStyle: text,
    axisLabel: { ...text, formatter: (value: number) => value.toLocaleString('ja-JP') },
    minInterval: 1,
    splitLine: { lineStyle: { color: '#e6e6e6' } },
  };
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    textStyle: { fontFamily: text.fontFamily },
    grid: {
      left: 16,
      right: 48,
      top: series.length > 1 ? 64 : 40,
      bottom: 16,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(series.length > 1 && { legend: { top: 8, left: 16, textStyle: text, data: series.map(({ name }) => name) } }),
    xAxis: lying ? numbers : names,
    yAxis: lying ? names : numbers,
    series: series.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: [...values],
      barMaxWidth: 40,
      ...(stacked && { stack: 'all' }),
    })),
  };
};

/** Draws bars as a picture in SVG, 960 units wide. */
export const drawBars = async (bars: Bars): Promise<string> => {
  library ??= loadLibrary();
  const { init } = await library;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: heightOf(bars) });
  try {
    chart.setOption(optionOf(bars));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
};
