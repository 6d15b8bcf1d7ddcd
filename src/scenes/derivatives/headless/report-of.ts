import { rowBlocks } from '../../../io/row-blocks.ts';
import { tablePieces } from '../../../io/table-pieces.ts';
import { derivative } from '../../../maths/expression/derivative.ts';
import { printExpression } from '../../../maths/expression/print-expression.ts';
import type { HeadlessReport } from '../../headless-side.ts';
import type { SlopeTable } from '../studies/slope-table.ts';
import type { Rows } from './read-rows.ts';
import type { Settings } from './read-settings.ts';

/** What a table of slopes says: where it is furthest from the exact derivative, and its rows. */
export function reportOf(settings: Settings, rows: Rows, found: SlopeTable): HeadlessReport {
  const { expression, f, scheme, precision, order, parameters } = settings;
  const { x, h, values, slopes, exact, error } = found;
  const isSweep = rows.kind === 'sweep';
  const worst = indexOfLargest(error);
  const along = isSweep ? h : x;
  const { kind: _, ...span } = rows;
  return {
    params: { f, ...span, scheme, precision, order, hSweep: isSweep, ...parameters },
    keys: {
      f,
      derivative: printExpression(derivative(expression, order)),
      maxAbsError: worst < 0 ? null : error[worst],
      worstAt: worst < 0 ? null : along[worst],
      undefined: error.reduce((sum, it) => sum + (Number.isNaN(it) ? 1 : 0), 0),
      ...(isSweep ? bestOf(h, error) : {}),
    },
    notices: noticesOf(f, rows, found),
    output: (format) =>
      isSweep
        ? tablePieces(
            ['h', 'derivative', 'exact', 'error'],
            rowBlocks(h.length, (i) => [h[i], slopes[i], exact[i], error[i]]),
            format,
          )
        : tablePieces(
            ['x', 'f', 'derivative', 'exact', 'error'],
            rowBlocks(x.length, (i) => [x[i], values[i], slopes[i], exact[i], error[i]]),
            format,
          ),
  };
}

/** Of the rows that have a value; -1 if none has. */
function indexOfLargest(values: Float64Array): number {
  let largest = -1;
  values.forEach((value, i) => {
    if (!Number.isNaN(value) && (largest < 0 || value > values[largest])) largest = i;
  });
  return largest;
}

/** The h with the smallest error: smaller is not always better. */
function bestOf(h: Float64Array, error: Float64Array) {
  const best = indexOfLargest(error.map((it) => -it));
  return { minAbsError: best < 0 ? null : error[best], bestAt: best < 0 ? null : h[best] };
}

function noticesOf(f: string, rows: Rows, { x, values }: SlopeTable): string[] {
  const some = x.some((_, i) => !Number.isNaN(values[i]));
  if (some) return [];
  return rows.kind === 'sweep'
    ? [`${f} has no value at ${rows.at}; choose another --at`]
    : [`${f} has no value between ${rows.from} and ${rows.to}; choose another --from and --to`];
}
