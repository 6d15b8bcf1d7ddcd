import { InputError } from '../../base/input-error.ts';

/** Each is a dispatch and two copies of a recording: some hundred megabytes for so many. */
const mostBatches = 2 ** 16;

/**
 * @param batch null: all points at once
 * @throws InputError before memory is taken for a sweep of too many batches
 */
export function checkBatches(count: number, batch: number | null): void {
  if (batch === null) return;
  const batches = Math.ceil(count / batch);
  if (batches <= mostBatches) return;
  throw new InputError(
    `${count} points in batches of ${batch} are ${batches} batches, and at most ${mostBatches} are possible; let a batch have at least ${Math.ceil(count / mostBatches)} points`,
  );
}
