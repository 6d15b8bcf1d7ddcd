import { html } from 'lit-html';
import { formatNumber } from '../base/format-number.ts';
import type { ChartData } from '../view/chart.ts';
import { axisTitle, type ChartShape, describeX, thinIndices } from '../view/chart-text.ts';

const mostRows = 60;

/** The chart's data as a table, thinned where they are many, and its marks. */
export function chartTable({ x, y, series }: ChartShape, data: ChartData) {
  const cell = (value: number | null | undefined) =>
    html`<td>${value === null || value === undefined ? '' : formatNumber(value, 4)}</td>`;
  return html`
    <table>
      <caption>
        ${axisTitle(y)} by ${x.label}${data.marks.map(({ label }) => `; marked: ${label}`)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${axisTitle(x)}</th>
          ${series.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${thinIndices(data.x.length, mostRows).map(
          (i) => html`
            <tr>
              <th scope="row">${describeX(x, data.x[i], 4)}</th>
              ${data.y.map((values) => cell(values[i]))}
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}
