import { html, render } from 'lit-html';
import type { ChartData } from '../view/chart.ts';
import { describeIndex, sameData } from '../view/chart-text.ts';
import type { createPlot, Plot } from '../view/plot.ts';
import type { BoundChart } from './bind-page.ts';
import { chartTable } from './chart-table.ts';
import { stepCursor } from './step-cursor.ts';

/** A chart with its title, legend and table. */
export interface ChartPanel {
  /** Shows the moment's data, if they differ from those that are shown. */
  update(): void;
  /** Gives it what draws. */
  draw(create: typeof createPlot): void;
  recolour(): void;
  dispose(): void;
}

export function createChartPanel(host: HTMLElement, chart: BoundChart): ChartPanel {
  const section = document.createElement('section');
  section.className = 'chart';
  section.dataset.chart = chart.id;
  section.setAttribute('aria-label', chart.title);
  host.append(section);
  let data: ChartData | null = null;
  let plot: Plot | null = null;
  let showsTable = false;
  let cursor = 0;

  function show(): void {
    const shown = data;
    if (!shown) return;
    const tableId = `chart-table-${chart.id}`;
    const last = Math.max(0, shown.x.length - 1);
    cursor = Math.min(cursor, last);
    const words = shown.x.length > 0 ? describeIndex(chart, shown, cursor) : 'nothing yet';
    const toggle = () => {
      showsTable = !showsTable;
      show();
    };
    render(
      html`
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
            @blur=${() => plot?.setCursor(null)}
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
      `,
      section,
    );
  }

  function onKey(event: KeyboardEvent): void {
    const next = stepCursor(event, cursor, data?.x.length ?? 0);
    if (next === null) return;
    event.preventDefault();
    cursor = next;
    plot?.setCursor(cursor);
    show();
  }

  function onFocus({ target }: FocusEvent): void {
    if ((target as HTMLElement).matches(':focus-visible') && data && data.x.length > 0) {
      plot?.setCursor(cursor);
    }
  }

  return {
    update() {
      const next = chart.data();
      if (data && sameData(data, next)) return;
      data = next;
      plot?.setData(data);
      show();
    },
    draw(create) {
      const area = section.querySelector<HTMLElement>('.plot');
      if (!area || !data) return;
      plot = create(area, chart, (index) => {
        cursor = index;
      });
      plot.setData(data);
    },
    recolour: () => plot?.recolour(),
    dispose() {
      plot?.dispose();
      section.remove();
    },
  };
}
