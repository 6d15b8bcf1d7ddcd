import './derivative-tools.css';
import { html, nothing, render } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import type { Expression } from '../../../maths/expression/expression.ts';
import { expressionSize } from '../../../maths/expression/expression-size.ts';
import { printExpression } from '../../../maths/expression/print-expression.ts';
import type { Tool } from '../../tool.ts';
import { compileDualLines, type DualLine } from './dual-lines.ts';
import type { ToolWorld } from './tool-world.ts';

const figures = 5;
/** A longer formula stands on the panel; here it would push its lines out of sight. */
const mostParts = 40;

/** The typed function at x + ε, line by line, each line with its value and its derivative. */
export const dualTool: Tool<ToolWorld> = {
  id: 'dual',
  title: 'Dual numbers',
  help: 'f at x + ε, where ε² = 0. Each line carries its value and what ε is multiplied by; at the end that is the derivative, with no h at all.',
  open(host, { moment }) {
    let compiled = compile();

    function compile() {
      const { expression, parameters } = moment().world;
      const key = JSON.stringify(parameters);
      return { expression, key, carry: compileDualLines(expression, parameters) };
    }

    function draw(): void {
      const { expression, parameters, now } = moment().world;
      const isSame = compiled.expression === expression;
      if (!isSame || compiled.key !== JSON.stringify(parameters)) compiled = compile();
      const { carry } = compiled;
      const { lines, omitted } = carry(now.x);
      const last = lines[lines.length - 1];
      render(
        html`
          <p>${functionName(expression)} at x + ε, where x = ${formatNumber(now.x, figures)}</p>
          <div class="dual-lines" role="region" aria-label="The lines of f" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">line</th>
                  <th scope="col">value</th>
                  <th scope="col">derivative</th>
                </tr>
              </thead>
              <tbody>
                ${lines.slice(0, -1).map((line) => lineRow(line, false))}
                ${
                  omitted > 0
                    ? html`<tr>
                        <th scope="row">… ${omitted} more lines …</th>
                        <td></td>
                        <td></td>
                      </tr>`
                    : nothing
                }
                ${lineRow(last, true)}
              </tbody>
            </table>
          </div>
          <p>${outcome(last)}</p>
        `,
        host,
      );
    }
    draw();
    return { update: draw, dispose: () => undefined };
  },
};

const functionName = (expression: Expression) =>
  expressionSize(expression) > mostParts
    ? 'f'
    : html`<span class="formula-text">f = ${printExpression(expression)}</span>`;

function lineRow({ name, formula, value, first }: DualLine, isLast: boolean) {
  const slope = Number.isNaN(first) ? '–' : `${formatNumber(first, figures)} ε`;
  return html`<tr class=${isLast ? 'result' : ''}>
    <th scope="row">${formula ? `${name} = ${formula}` : name}</th>
    <td>${formatNumber(value, figures)}</td>
    <td>${slope}</td>
  </tr>`;
}

function outcome({ value, first }: DualLine): string {
  if (Number.isNaN(value)) return 'f has no value at this x.';
  if (Number.isNaN(first)) {
    return 'f has a value here but no derivative; a – marks the lines that have none.';
  }
  return `f(x) = ${formatNumber(value, figures)} and f′(x) = ${formatNumber(first, figures)}`;
}
