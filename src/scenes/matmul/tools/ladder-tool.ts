import { html, nothing, render } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import type { Backend } from '../../../gpu/backend.ts';
import type { MatmulShape } from '../../../gpu/matmul/matmul.ts';
import type { Product } from '../../../maths/matmul/product.ts';
import { matmulMethods } from '../../../systems/matmul/world.ts';
import type { Tool } from '../../tool.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { presets } from '../sim/presets.ts';
import { runsAsNamed } from '../sim/runs-as-named.ts';
import { keepResults, ladderResults } from '../studies/ladder-results.ts';
import { type MethodReport, measureLadder } from '../studies/measure-ladder.ts';
import { lessonShapes } from '../studies/published-figures.ts';

const shapeText = ({ m, k, n }: MatmulShape) =>
  `${m.toLocaleString('en')}×${k} @ ${k}×${n.toLocaleString('en')}`;

/** Measures every method at full speed, apart from the animation, while the page goes on. */
export const ladderTool: Tool<EnteredMatmul> = {
  id: 'measure',
  title: 'Measure here',
  help: 'Times every method on this machine: the median of several runs after a warm-up, and the largest error against a product in f64.',
  open(host, { moment, changed, failed }) {
    let chosen = 0;
    let under: { what: string; fraction: number; ending: AbortController } | null = null;
    /** Pressed while what was cancelled is still ending. */
    let isWantedAgain = false;
    let ended = false;

    async function operandsFor(shape: Pick<Product, 'm' | 'k' | 'n'>): Promise<Product> {
      const { a, b } = moment().world.product;
      const operands = chosen === 0 ? { a, b } : await presets.lesson.fill(shape, 42);
      return { ...shape, ...operands, c: new Float64Array(0) };
    }

    function measure(): void {
      const { world } = moment();
      const { m, k, n } = world.product;
      const shape = chosen === 0 ? { m, k, n } : lessonShapes[chosen - 1];
      const reports: MethodReport[] = [];
      const ending = new AbortController();
      under = { what: '', fraction: 0, ending };
      draw();
      operandsFor(shape)
        .then((product) =>
          measureLadder(world.compute, matmulMethods, product, {
            signal: ending.signal,
            onProgress(what, fraction) {
              under = { what, fraction, ending };
              draw();
            },
            onReport(report) {
              reports.push(report);
              keepResults(world.compute, { shape, reports: [...reports] });
              changed();
            },
          }),
        )
        .catch((error: unknown) => {
          if (!ending.signal.aborted) failed(error);
        })
        .finally(() => {
          under = null;
          draw();
          if (isWantedAgain && !ended) measure();
          isWantedAgain = false;
        });
    }

    function press(): void {
      if (!under) measure();
      else isWantedAgain = under.ending.signal.aborted;
    }

    function cancel(): void {
      under?.ending.abort();
      // The button goes away under the focus.
      host.querySelector<HTMLElement>('.button.primary')?.focus();
    }

    function draw(): void {
      if (ended) return;
      const { world } = moment();
      const { m, k, n } = world.product;
      const results = ladderResults(world.compute);
      render(
        html`
          <div class="tool-row">
            <select
              aria-label="Which product is measured"
              ?disabled=${under !== null}
              @change=${(event: Event) => {
                chosen = (event.target as HTMLSelectElement).selectedIndex;
              }}
            >
              <option>this product, ${shapeText({ m, k, n })}</option>
              ${lessonShapes.map((shape) => html`<option>the lesson’s ${shapeText(shape)}</option>`)}
            </select>
            <button
              class="button primary"
              type="button"
              aria-busy=${under !== null}
              aria-disabled=${under !== null && !under.ending.signal.aborted}
              @click=${press}
            >
              Measure
            </button>
            ${
              under
                ? html`<button class="button" type="button" @click=${cancel}>Cancel</button>`
                : nothing
            }
          </div>
          <div role="status">
            ${
              under
                ? html`<progress max="1" .value=${under.fraction}></progress>
                    <span>${under.what}…</span>`
                : nothing
            }
          </div>
          ${results.reports.length > 0 ? reportTable(results.shape, results.reports, world.compute) : nothing}
        `,
        host,
      );
    }
    draw();
    return {
      update: draw,
      dispose() {
        ended = true;
        under?.ending.abort();
      },
    };
  },
};

function reportTable(shape: MatmulShape, reports: readonly MethodReport[], compute: Backend) {
  return html`<table class="rungs">
    <caption>
      ${shapeText(shape)}
    </caption>
    <thead>
      <tr>
        <th scope="col">method</th>
        <th scope="col">ms</th>
        <th scope="col">GFLOP/s</th>
        <th scope="col">× below</th>
        <th scope="col">error</th>
      </tr>
    </thead>
    ${reports.map((report, i) => reportRows(report, reports[i - 1], runsAsNamed(report.name, compute)))}
  </table>`;
}

function reportRows(report: MethodReport, below: MethodReport | undefined, isAsNamed: boolean) {
  const { name, medianMs, gflops, maxAbsError, uploadMs, readbackMs, kernel, runs } = report;
  const moved =
    uploadMs === null || readbackMs === null
      ? ''
      : `upload ${formatNumber(uploadMs, 2)} ms, readback ${formatNumber(readbackMs, 2)} ms apart; `;
  const how = isAsNamed ? kernel : 'the CPU in the GPU’s place';
  const details = `${moved}${runs} ${runs === 1 ? 'run' : 'runs'}${how ? `; ${how}` : ''}`;
  return html`<tbody>
    <tr>
      <th scope="row">${name}</th>
      <td>${formatNumber(medianMs)}</td>
      <td>${formatNumber(gflops)}</td>
      <td>${below ? formatNumber(below.medianMs / medianMs, 2) : '–'}</td>
      <td>${maxAbsError === 0 ? '0' : formatNumber(maxAbsError, 2)}</td>
    </tr>
    <tr class="details">
      <td colspan="5">${details}</td>
    </tr>
  </tbody>`;
}
