/** What of a world is looked at, for its inspecting systems. */
export interface Looking {
  /** The row of the point that is looked at, or null. */
  readonly row: number | null;
  /** The phases that are shown are those of the step to come, not of the last one. */
  readonly isComing: boolean;
}
