import { html } from 'lit-html';
import type { ChartData } from '../view/chart.ts';
import type { BoundChart } from './bind-page.ts';
import { chartTable } from './chart-table.ts';

/** What a chart's panel shows, and what is done where it is pressed. */
export interface ShownChart {
  readonly chart: BoundChart;
  readonly shown: ChartData;
  /** The index of x under the keyboard's cursor, the last one there is, and what it says there. */
  readonly cursor: number;
  readonly last: number;
  readonly words: string;
  readonly showsTable: boolean;
  onKey(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
  blurred(): void;
  toggle(): void;
}

/** A chart's title, the place for its plot, its legend and its table. */
export function drawChartPanel({
  chart,
  shown,
  cursor,
  last,
  words,
  showsTable,
  onKey,
  onFocus,
  blurred,
  toggle,
}: ShownChart) {
  const tableId = `chart-table-${chart.id}`;
  return html`
  <header>
    <h2>${chart.title}</h2>
    <button
      class="button plain"
      type="button"
      aria-expanded=${showsTable}
      aria-controls=${tableId}
      @click=${toggle}
    >
      table
    </button>
  </header>
  <p class="help">${chart.help}</p>
  <div class="plot-frame">
    <div
      class="plot ${chart.x.categories ? 'categories' : ''}"
      role="slider"
      tabindex="0"
      aria-label="${chart.title}: cursor"
      aria-valuemin="0"
      aria-valuemax=${last}
      aria-valuenow=${cursor}
      aria-valuetext=${words}
      @keydown=${onKey}
      @focus=${onFocus}
      @blur=${blurred}
    ></div>
    ${shown.x.length === 0 ? html`<p class="plot-empty">nothing yet</p>` : ''}
  </div>
  <ul class="legend" aria-hidden="true">
    ${chart.series.map(
      ({ label, colour, kind = 'line', dashed }, i) =>
        html`<li
          class="${kind} ${dashed ? 'dashed' : ''} ${shown.emphasis === i ? 'active' : ''}"
          style="--series: var(${colour})"
        >
          ${label}
        </li>`,
    )}
  </ul>
  <div
    id=${tableId}
    class="chart-table ${showsTable ? '' : 'visually-hidden'}"
    role="region"
    aria-label="${chart.title}: table"
    tabindex=${showsTable ? 0 : -1}
  >
    ${chartTable(chart, shown)}
  </div>
`;
}
