import { tileSide } from '../../gpu/matmul/product-kernels.ts';
import type { MatmulMethod, MatmulWorld, Walk } from './world.ts';

/**
 * The order in which a method goes through the cells. Loops take one product after another, the dot
 * product a cell, broadcasting a row; einsum and the kernels fill all of C together, term after term.
 */
export function walkOf(
  method: MatmulMethod,
  { rows, columns, terms }: MatmulWorld['blocks'],
): Walk {
  const all = {
    rows: [0, rows.count],
    columns: [0, columns.count],
    terms: [0, terms.count],
  } as const;
  const only = (index: number): readonly [number, number] => [index, index + 1];
  switch (method) {
    case 'loops':
      return {
        steps: rows.count * columns.count * terms.count,
        at: (step) => ({
          rows: only(Math.floor(step / (columns.count * terms.count))),
          columns: only(Math.floor(step / terms.count) % columns.count),
          terms: only(step % terms.count),
        }),
      };
    case 'dot':
      return {
        steps: rows.count * columns.count,
        at: (step) => ({
          rows: only(Math.floor(step / columns.count)),
          columns: only(step % columns.count),
          terms: all.terms,
        }),
      };
    case 'broadcast':
      return { steps: rows.count, at: (step) => ({ ...all, rows: only(step) }) };
    default: {
      const each = method === 'gpu-tiled' ? tileCells(terms) : 1;
      return {
        steps: Math.ceil(terms.count / each),
        at: (step) => ({
          ...all,
          terms: [step * each, Math.min(terms.count, (step + 1) * each)],
        }),
      };
    }
  }
}

/** How many cells a tile is drawn as, along the terms. */
export const tileCells = ({ each }: MatmulWorld['blocks']['terms']) =>
  Math.max(1, Math.round(tileSide / each));
