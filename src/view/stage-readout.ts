/** What a picture is, in numbers, at the place that is pointed at. */
export interface StageReadout {
  /** One a line, the first in bold. */
  readonly rows: readonly {
    readonly label: string;
    readonly value: string;
    /** The token of the colour in which it is drawn. */
    readonly colour?: string;
  }[];
  /** Where the readout belongs, in world units. */
  readonly x: number;
  readonly y: number;
  /** What shows the place on the picture: an upright line, and marks on it; in world units. */
  readonly crosshair?: {
    readonly bottom: number;
    readonly top: number;
    readonly marks: readonly { readonly y: number; readonly colour: string }[];
  };
}
