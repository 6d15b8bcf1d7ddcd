import { html, nothing, render } from 'lit-html';
import { InputError } from '../../../base/input-error.ts';
import { broadcastShapes } from '../../../maths/broadcast-shapes.ts';
import type { Tool } from '../../tool.ts';
import { readShape } from '../sim/read-shape.ts';
import { exampleSelect } from './example-select.ts';

interface Example {
  readonly label: string;
  readonly shapes: readonly [string, string];
}

/** c = [10, 20, 30], as in the lesson. */
const c = [10, 20, 30];
const outer = 'c[:, None] * c[None]';

const examples: readonly Example[] = [
  { label: outer, shapes: ['3, 1', '1, 3'] },
  { label: 'm + c', shapes: ['3, 3', '3'] },
  { label: 'm + c[:, None]', shapes: ['3, 3', '3, 1'] },
  { label: 'a[:, :, None] * b', shapes: ['5, 784, 1', '784, 10'] },
  { label: 'X[None] - x[:, None]', shapes: ['1, 1500, 2', '5, 1, 2'] },
  { label: 'a * b, which does not fit', shapes: ['5, 784', '784, 10'] },
];

type Result = ReturnType<typeof broadcastShapes>;

/** Two shapes, aligned from the right: each axis is equal, stretched, or does not fit. */
export const broadcastTool: Tool = {
  id: 'broadcasting',
  title: 'Broadcasting',
  help: 'Type two shapes. They are compared from the last axis on; a 1 is stretched with stride 0, a missing axis counts as 1.',
  open(host) {
    let texts: [string, string] = [...examples[0].shapes];
    let chosen = 0;
    let shapes = texts.map((text) => readShape(text));
    /** The sentence that refuses what was typed, by field. */
    const refused: (string | null)[] = [null, null];

    function type(field: 0 | 1, text: string): void {
      texts[field] = text;
      chosen = -1;
      try {
        shapes[field] = readShape(text);
        refused[field] = null;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refused[field] = error.message;
      }
      draw();
    }

    function choose(index: number): void {
      chosen = index;
      texts = [...examples[index].shapes];
      shapes = texts.map((text) => readShape(text));
      refused.fill(null);
      draw();
    }

    const field = (index: 0 | 1) => html`<label>
      shape ${index + 1}
      <input
        type="text"
        spellcheck="false"
        .value=${texts[index]}
        aria-invalid=${refused[index] !== null}
        aria-describedby="broadcast-refused-${index}"
        @input=${(event: Event) => type(index, (event.target as HTMLInputElement).value)}
      />
      <span class="refused" id="broadcast-refused-${index}" role="alert">${refused[index]}</span>
    </label>`;

    function draw(): void {
      const result = broadcastShapes(shapes[0], shapes[1]);
      render(
        html`
          ${exampleSelect(
            examples.map(({ label }) => label),
            chosen,
            choose,
          )}
          <div class="tool-row">${field(0)}${field(1)}</div>
          ${axesTable(shapes, result)}
          <p class="verdict" role="status">${verdict(result)}</p>
          ${examples[chosen]?.label === outer ? outerProduct() : nothing}
        `,
        host,
      );
    }
    draw();
    return { dispose: () => undefined };
  },
};

/** A column an axis, aligned at the last. */
function axesTable(shapes: readonly (readonly number[])[], result: Result) {
  const rank = Math.max(...shapes.map(({ length }) => length));
  const sizeAt = (shape: readonly number[], axis: number) => shape[axis - rank + shape.length];
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  const whole = 'shape' in result ? result.shape : null;
  const misfit = 'misfit' in result ? result.misfit : null;
  const mark = (axis: number) => {
    if (axis === misfit) return 'incompatible';
    const [one, other] = shapes.map((shape) => sizeAt(shape, axis) ?? 1);
    return one === other ? 'equal' : one === 1 || other === 1 ? 'stretched' : 'incompatible';
  };
  const sizeCell = (shape: readonly number[], axis: number) => {
    const size = sizeAt(shape, axis);
    const other = Math.max(...shapes.map((it) => sizeAt(it, axis) ?? 1));
    const grows = (size ?? 1) === 1 && other > 1 && mark(axis) === 'stretched';
    return html`<td class=${grows ? 'stretched' : ''}>
      ${size ?? html`<span class="missing">1</span>`}${grows ? html` <small>→ ${other}, stride 0</small>` : nothing}
    </td>`;
  };
  return html`<table class="axes">
    <thead>
      <tr>
        <th scope="col">axis</th>
        ${axes.map((axis) => html`<th scope="col">${axis}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${shapes.map(
        (shape, i) => html`<tr>
          <th scope="row">shape ${i + 1}</th>
          ${axes.map((axis) => sizeCell(shape, axis))}
        </tr>`,
      )}
      <tr>
        <th scope="row"></th>
        ${axes.map((axis) => html`<td class="mark ${mark(axis)}">${mark(axis)}</td>`)}
      </tr>
      <tr>
        <th scope="row">result</th>
        ${axes.map((axis) => html`<td>${whole ? whole[axis] : '–'}</td>`)}
      </tr>
    </tbody>
  </table>`;
}

function verdict(result: Result): string {
  if ('misfit' in result)
    return `Axis ${result.misfit} does not fit: the sizes differ and neither is 1.`;
  return `The result has the shape (${result.shape.join(', ')}).`;
}

function outerProduct() {
  return html`<table class="outer">
    <caption>
      c = [10, 20, 30]; ${outer}
    </caption>
    <tbody>
      ${c.map(
        (row) => html`<tr>
          <th scope="row">${row}</th>
          ${c.map((column) => html`<td>${row * column}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
