/** How wide and high an image of a digit is, in pixels; as in MNIST. */
export const side = 28;

type Stroke = readonly (readonly [x: number, y: number])[];

/** Points on an arc, in pixels; angles in degrees, from the right and clockwise. */
const arc = (x: number, y: number, rx: number, ry: number, from: number, to: number): Stroke =>
  Array.from({ length: 25 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });

/** How each digit is written by hand, by pen strokes in a square of 28×28. */
const strokes: readonly (readonly Stroke[])[] = [
  [arc(14, 14, 6, 9, 0, 360)],
  [
    [
      [11, 8],
      [15, 5],
      [15, 23],
    ],
  ],
  [[...arc(14, 10, 5.5, 5, 190, 390), [8, 23], [20, 23]]],
  [arc(13, 9.5, 5.5, 4.5, 200, 450), arc(13, 18.5, 6.5, 4.8, 270, 520)],
  [
    [
      [16, 5],
      [7, 17],
      [21, 17],
    ],
    [
      [17, 11],
      [16, 24],
    ],
  ],
  [[[20, 5], [10, 5], [9, 13], ...arc(13.5, 17.5, 6, 5.5, 230, 500)]],
  [[[18, 5], [10, 13], ...arc(13.5, 18, 5.5, 5.2, 190, 550)]],
  [
    [
      [7, 6],
      [20, 6],
      [12, 24],
    ],
  ],
  [arc(14, 9.5, 4.8, 4.5, 90, 450), arc(14, 18.5, 5.8, 4.7, -90, 270)],
  [[...arc(14, 10, 5, 5, 20, 380), [18, 12], [16, 24]]],
];

const penWidth = 1.3;

/**
 * A handwritten digit as grey values from 0 to 1, row after row. The lesson's are MNIST's; these are
 * written by the strokes above.
 */
export function digitPixels(digit: number): Float64Array {
  const pixels = new Float64Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const distance = Math.min(
        ...strokes[digit].map((stroke) => distanceTo(stroke, x + 0.5, y + 0.5)),
      );
      // Dark within the pen's width, then a pixel of fading, in MNIST's 256 steps.
      const grey = Math.min(1, Math.max(0, penWidth + 1 - distance));
      pixels[y * side + x] = Math.round(255 * grey) / 256;
    }
  }
  return pixels;
}

function distanceTo(stroke: Stroke, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < stroke.length; i++) {
    const [[x0, y0], [x1, y1]] = [stroke[i - 1], stroke[i]];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x - x0 - t * dx, y - y0 - t * dy));
  }
  return least;
}
