/** A step of the scene in one language. */
export interface CodeListing {
  readonly language: 'Python' | 'TypeScript' | 'WGSL';
  readonly text: string;
  /** For each phase by its name: the lines (1-based, inclusive) that do it. */
  readonly phases: Readonly<Record<string, readonly [first: number, last: number]>>;
  /** Whose code this is: “a step as the lesson writes it”. */
  readonly note: string;
  /** The backend that runs this very text; without one it is for reading. */
  readonly runsOn?: 'webgpu' | 'cpu';
}

/** A name of the code with what it is now. */
export interface CodeValue {
  readonly name: string;
  readonly value: string;
}
