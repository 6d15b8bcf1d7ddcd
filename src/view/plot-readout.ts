import { html, render } from 'lit-html';
import { formatNumber } from '../base/format-number.ts';
import type { ChartData } from './chart.ts';
import { type ChartShape, describeX, readingsAt } from './chart-text.ts';

/** The values at the cursor, beside it. */
export interface PlotReadout {
  /** @param left where the cursor is in the plotting area, in CSS pixels */
  show(chart: ChartShape, data: ChartData, index: number, left: number): void;
  hide(): void;
}

export function createReadout(area: HTMLElement): PlotReadout {
  const box = document.createElement('div');
  box.className = 'plot-readout';
  box.hidden = true;
  area.append(box);
  return {
    show({ x, series }, data, index, left) {
      box.hidden = false;
      const readings = readingsAt(data, index);
      render(
        html`<strong>${x.label} ${describeX(x, data.x[index])}</strong>
          ${readings.length === 0 ? html`<em>no value</em>` : ''}${readings.map(
            (it) =>
              html`<span style="--series: var(${series[it.series].colour})"
                >${series[it.series].label} ${formatNumber(it.value)}</span
              >`,
          )}`,
        box,
      );
      // Beside the cursor on the side with more room, and never out of the plot.
      const free = area.clientWidth - box.offsetWidth;
      const beside = left > area.clientWidth / 2 ? left - box.offsetWidth - 8 : left + 8;
      box.style.left = `${Math.max(Math.min(0, free), Math.min(free, beside))}px`;
    },
    hide() {
      box.hidden = true;
    },
  };
}
