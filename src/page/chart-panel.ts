import { render } from 'lit-html';
import type { ChartData } from '../view/chart.ts';
import { describeIndex, sameData } from '../view/chart-text.ts';
import type { createPlot, Plot } from '../view/plot.ts';
import type { BoundChart } from './bind-page.ts';
import { drawChartPanel } from './draw-chart-panel.ts';
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
    const last = Math.max(0, shown.x.length - 1);
    cursor = Math.min(cursor, last);
    const words = shown.x.length > 0 ? describeIndex(chart, shown, cursor) : 'nothing yet';
    const toggle = () => {
      showsTable = !showsTable;
      show();
    };
    const blurred = () => plot?.setCursor(null);
    const told = { onKey, onFocus, blurred, toggle };
    render(drawChartPanel({ chart, shown, cursor, last, words, showsTable, ...told }), section);
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
