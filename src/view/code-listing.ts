/** A step of the scene in one language. */
export interface CodeListing {
  readonly language: 'Python' | 'TypeScript' | 'WGSL';
  readonly text: string;
  /** For each phase by its name: the lines (1-based, inclusive) that do it. */
  readonly phases: Readonly<Record<string, readonly [first: number, last: number]>>;
  /** Whose code this is: “runs on your GPU now”, “as the lesson writes it”. */
  readonly note: string;
}
