export interface Part {
  readonly mutate: string[];
  readonly tests: string[];
  readonly exclude?: string[];
  /** Parts of names of tests that are not run. */
  readonly leaveOut?: string[];
  readonly webgpu?: boolean;
}
export const parts: Readonly<Record<string, Part>>;
export const chosenPart: string;
export const part: Part;
