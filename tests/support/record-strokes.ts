export type Stroke = readonly (readonly [x: number, y: number])[];

/** A path that keeps the lines that are drawn on it, one a stroke. */
export function recordStrokes() {
  const strokes: [x: number, y: number][][] = [];
  const path = {
    moveTo(x: number, y: number) {
      strokes.push([[x, y]]);
      return path;
    },
    lineTo(x: number, y: number) {
      strokes[strokes.length - 1].push([x, y]);
      return path;
    },
  };
  return { path, strokes };
}
