import type uPlot from 'uplot';
import { formatNumber } from '../base/format-number.ts';
import type { Axis } from './chart.ts';
import { axisTitle } from './chart-text.ts';
import { logTicks } from './log-ticks.ts';

/** A log axis's grid leaves the minor ticks out. */
const powersOnly = (_: uPlot, splits: number[]) =>
  splits.map((at) => (isWhole(Math.log10(at)) ? at : null));
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;

/**
 * An axis as uPlot takes it.
 *
 * @param size how much room it takes, in CSS pixels
 */
export function plotAxis(
  of: Axis,
  along: 'x' | 'y',
  size: number,
  token: (name: string) => string,
): uPlot.Axis {
  const font = `12px ${token('--font')}`;
  const ticks = (self: uPlot, least: number, most: number) => {
    const pixels = along === 'x' ? self.width : self.height;
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
          splits: (self, _, least, most) => ticks(self, least, most).map(({ at }) => at),
          values: (self, splits) => {
            const { min = 1e-3, max = 10 } = self.scales[along];
            const labels = ticks(self, min, max);
            return splits.map((at) => labels.find((tick) => tick.at === at)?.label ?? null);
          },
          filter: (_, splits) => splits,
        }
      : of.categories
        ? {}
        : { values: (_, splits) => splits.map((at) => formatNumber(at)) }),
  };
}
