export interface Part {
  readonly mutate: string[];
  readonly tests: string[];
  readonly exclude?: string[];
  readonly webgpu?: boolean;
}
export const parts: Readonly<Record<string, Part>>;
export const chosenPart: string;
export const part: Part;
