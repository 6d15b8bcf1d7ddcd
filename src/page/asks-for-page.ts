import { emptyState, type PageState } from './page-state.ts';

/**
 * Whether an address names a page of the lesson and nothing of the state of its scene: then the page is
 * wanted as it begins. Who copies an address gets at least a step, or that it plays.
 */
export const asksForPage = (state: PageState): boolean =>
  state.page !== null &&
  Object.keys(state.values).length === 0 &&
  (['step', 'speed', 'byPhase', 'picked', 'view', 'playing'] as const).every(
    (part) => state[part] === emptyState[part],
  );
