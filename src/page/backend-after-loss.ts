import type { BackendChoice } from '../gpu/open-backend.ts';

const soonMs = 10_000;

/** @returns what to compute on after a GPU was lost: one that is lost again so soon is not asked a third time */
export function createBackendAfterLoss(): (chosen: BackendChoice) => BackendChoice {
  let last = Number.NEGATIVE_INFINITY;
  return (chosen) => {
    const isSoon = performance.now() - last < soonMs;
    last = performance.now();
    return isSoon ? 'cpu' : chosen;
  };
}
