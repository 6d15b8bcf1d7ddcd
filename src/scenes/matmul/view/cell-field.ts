import { writeNumber } from '../../../io/write-number.ts';
import { numberedCells } from '../../../systems/matmul/cells-of.ts';
import type { StageField, ViewRequests } from '../../../view/scene-view.ts';
import { readCellValue, refuseCellValue, withEdit } from '../sim/edited-cells.ts';
import type { SceneWorld } from '../sim/scene-world.ts';

/** The picked cell as a field to type in, where it is a single value of A or B. */
export function cellField(
  world: SceneWorld,
  row: number | null,
  requests: ViewRequests,
): readonly StageField[] {
  if (row === null) return [];
  const { Cell, Position, Value } = world.components;
  const cell = numberedCells(world)[row];
  const matrix = (['a', 'b'] as const)[Cell.matrix[cell]];
  if (cell === undefined || !matrix || Cell.rows[cell] * Cell.columns[cell] > 1) return [];
  const place = { row: Cell.row[cell], column: Cell.column[cell] };
  return [
    {
      id: `${matrix}${place.row}-${place.column}`,
      label: `${matrix.toUpperCase()}[${place.row}, ${place.column}]`,
      value: writeNumber(Value.value[cell]),
      x: Position.x[cell],
      y: Position.y[cell],
      room: 0.9,
      set(text) {
        const value = readCellValue(text);
        if (value === null) return refuseCellValue(text);
        const { edits } = world.values;
        requests.setValue('edits', withEdit(edits, { matrix, ...place, value }));
        return null;
      },
    },
  ];
}
