import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { axisRange } from './axis-range.ts';
import type { ChartData } from './chart.ts';
import type { ChartShape } from './chart-text.ts';
import { followTouch } from './follow-touch.ts';
import { plotAxis } from './plot-axis.ts';
import { drawMarks } from './plot-marks.ts';
import { createReadout } from './plot-readout.ts';
import { plotSeries } from './plot-series.ts';

/** A drawn chart. */
export interface Plot {
  setData(data: ChartData): void;
  /** Puts the cursor on an index of x, or takes it away. */
  setCursor(index: number | null): void;
  /** Reads the colour tokens again. */
  recolour(): void;
  dispose(): void;
}

const nothing: ChartData = { x: [], y: [], marks: [] };
/** A line along y, and nothing that can be dragged. */
const pointing = { drag: { x: false, y: false }, y: false };

/**
 * @param host the element that the plot fills; it may change its size
 * @param onCursor told of the index of x under the pointer
 */
export function createPlot(
  host: HTMLElement,
  chart: ChartShape,
  onCursor: (index: number) => void,
): Plot {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  let data = nothing;
  /** Where the keyboard has put the cursor. */
  let keyed: number | null = null;

  const plot = new uPlot(
    {
      width: Math.max(1, host.clientWidth),
      height: Math.max(1, host.clientHeight),
      // Aligned to whole pixels, a curve of many short lines looks beaded.
      pxAlign: false,
      legend: { show: false },
      cursor: { ...pointing, points: { size: 8, width: 2, fill: () => token('--surface') } },
      scales: {
        x: {
          time: false,
          distr: chart.x.log ? 3 : 1,
          range: () => axisRange(chart.x, spanned(data, 'x')),
        },
        y: {
          distr: chart.y.log ? 3 : 1,
          range: () => axisRange(chart.y, spanned(data, 'y'), 0.05),
        },
      },
      axes: [
        plotAxis(chart.x, 'x', chart.x.categories ? 62 : 26, token),
        plotAxis(chart.y, 'y', 46, token),
      ],
      series: [{}, ...chart.series.map((it) => plotSeries(it, () => data.x.length, token))],
      hooks: {
        draw: [
          (self) =>
            drawMarks(self, data.x.length > 0 ? data.marks : [], {
              line: token('--border-strong'),
              ink: token('--ink'),
              ground: token('--surface'),
              font: `${12 * devicePixelRatio}px ${token('--font')}`,
            }),
        ],
        setCursor: [showReadout],
      },
    },
    [[], ...chart.series.map(() => [])],
    host,
  );
  const readout = createReadout(plot.over);

  function showReadout(self: uPlot): void {
    const index = keyed ?? self.cursor.idx ?? null;
    const { left = -1 } = self.cursor;
    if (index === null || left < 0 || index >= data.x.length) {
      readout.hide();
      return;
    }
    readout.show(chart, data, index, left);
    if (keyed === null) onCursor(index);
  }

  plot.over.addEventListener(
    'pointermove',
    () => {
      keyed = null;
    },
    { capture: true },
  );
  followTouch(plot);

  const observer = new ResizeObserver(() => {
    if (host.clientWidth > 0) plot.setSize({ width: host.clientWidth, height: host.clientHeight });
  });
  observer.observe(host);

  return {
    setData(next) {
      data = next;
      chart.series.forEach(({ kind }, i) => {
        const isBack = data.emphasis !== undefined && data.emphasis !== i && kind !== 'points';
        plot.series[i + 1].width = isBack ? 1.25 : 2.5;
      });
      plot.setData([data.x, ...data.y] as uPlot.AlignedData);
    },
    setCursor(index) {
      keyed = index;
      const left = index === null ? -10 : plot.valToPos(data.x[index], 'x');
      plot.setCursor({ left, top: index === null ? -10 : 0 });
    },
    recolour: () => plot.redraw(false, true),
    dispose() {
      observer.disconnect();
      plot.destroy();
    },
  };
}

/** All that an axis has to span, marks across it included. */
function spanned(data: ChartData, of: 'x' | 'y'): (number | null)[] {
  const values = of === 'x' ? [data.x] : data.y;
  const marked = data.marks.filter(({ axis }) => axis === of && of === 'y').map(({ at }) => at);
  return [...values.flatMap((it) => Array.from(it)), ...marked];
}
