/**
 * What is shown of a world at one moment, worked out once: all that speaks of the moment reads this
 * record, so that no two of them can differ. While a step moves, it says where the motion leads.
 */
export interface Description {
  /** How many steps were taken. */
  readonly step: number;
  /** What the world has come to, in a few words: “converged at step 6, 6 clusters”. */
  readonly summary: string;
  /** What is looked at, in words; empty where nothing is. */
  readonly looked: string;
}

/** What of a world is looked at. */
export interface Look {
  /** The row of the point that is looked at, or null. */
  readonly row: number | null;
  /** The phase of a step that is shown, or null where steps are not shown by phase. */
  readonly phase: number | null;
}
