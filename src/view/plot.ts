import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatNumber } from '../base/format-number.ts';
import { axisRange } from './axis-range.ts';
import type { Axis, ChartData, Series } from './chart.ts';
import { axisTitle, type ChartShape } from './chart-text.ts';
import { followTouch } from './follow-touch.ts';
import { logTicks } from './log-ticks.ts';
import { drawDiamonds } from './plot-diamonds.ts';
import { drawMarks } from './plot-marks.ts';
import { createReadout } from './plot-readout.ts';

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
/** A log axis's grid leaves the minor ticks out. */
const powersOnly = (_: uPlot, splits: number[]) =>
  splits.map((at) => (isWhole(Math.log10(at)) ? at : null));
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;
/** Lines of so few points show them. */
const fewPoints = 40;

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
  const font = `12px ${token('--font')}`;
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
      cursor: {
        drag: { x: false, y: false },
        y: false,
        points: { size: 8, width: 2, fill: () => token('--surface') },
      },
      scales: {
        x: {
          time: false,
          distr: chart.x.log ? 3 : 1,
          range: () => axisRange(chart.x, spanned('x')),
        },
        y: { distr: chart.y.log ? 3 : 1, range: () => axisRange(chart.y, spanned('y'), 0.05) },
      },
      axes: [axis(chart.x, chart.x.categories ? 62 : 26), axis(chart.y, 46)],
      series: [{}, ...chart.series.map(drawnSeries)],
      hooks: {
        draw: [
          (self) =>
            drawMarks(self, data.marks, {
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

  function spanned(of: 'x' | 'y'): (number | null)[] {
    const values = of === 'x' ? [data.x] : data.y;
    const marked = data.marks.filter(({ axis }) => axis === of && of === 'y').map(({ at }) => at);
    return [...values.flatMap((it) => Array.from(it)), ...marked];
  }

  function axis(of: Axis, size: number): uPlot.Axis {
    const ticks = (self: uPlot, index: number, least: number, most: number) => {
      const pixels = index === 0 ? self.width : self.height;
      return logTicks(least, most, Math.max(2, Math.floor(pixels / 34)));
    };
    return {
      label: axisTitle(of),
      labelFont: font,
      labelSize: 18,
      labelGap: 0,
      font,
      gap: 3,
      size,
      stroke: () => token('--ink-soft'),
      grid: { stroke: () => token('--grid'), width: 1, ...(of.log ? { filter: powersOnly } : {}) },
      ticks: { stroke: () => token('--border-strong'), width: 1, size: 4 },
      ...(of.categories
        ? {
            splits: () => of.categories?.map((_, i) => i) ?? [],
            values: () => [...(of.categories ?? [])],
            grid: { show: false },
            rotate: -50,
          }
        : {}),
      ...(of.integer ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 1e4, 1e5] } : {}),
      ...(of.log
        ? {
            splits: (self, index, least, most) =>
              ticks(self, index, least, most).map(({ at }) => at),
            values: (self, splits) => {
              const { min = 1e-3, max = 10 } = self.scales[of === chart.x ? 'x' : 'y'];
              const labels = ticks(self, of === chart.x ? 0 : 1, min, max);
              return splits.map((at) => labels.find((tick) => tick.at === at)?.label ?? null);
            },
            filter: (_, splits) => splits,
          }
        : of.categories
          ? {}
          : { values: (_, splits) => splits.map((at) => formatNumber(at)) }),
    };
  }

  function drawnSeries({ kind = 'line', colour, dashed }: Series): uPlot.Series {
    const stroke = () => token(colour);
    const isMarks = kind === 'points' || kind === 'diamonds';
    const bars = kind === 'bars' ? uPlot.paths.bars?.({ size: [0.7, 40] }) : undefined;
    return {
      stroke,
      width: 2,
      ...(dashed ? { dash: [6, 4] } : {}),
      ...(bars ? { paths: bars, fill: stroke } : {}),
      ...(isMarks ? { paths: () => null } : {}),
      points: {
        ...(kind === 'diamonds' ? { paths: drawDiamonds } : {}),
        show: () => isMarks || (kind === 'line' && data.x.length <= fewPoints),
        size: kind === 'points' ? 5 : 6,
        stroke,
        fill: stroke,
        width: kind === 'diamonds' ? 2 : 0,
      },
    };
  }

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
