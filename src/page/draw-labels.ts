/**
 * Draws what is written over the stage onto its picture: where it stands, in its own type and colours.
 *
 * @param host the stage's element
 * @param ratio pixels of the picture a CSS pixel
 */
export function drawLabels(pen: CanvasRenderingContext2D, host: HTMLElement, ratio: number): void {
  const origin = host.getBoundingClientRect();
  pen.save();
  pen.scale(ratio, ratio);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const label of host.querySelectorAll<HTMLElement>('.stage-label:not([hidden])')) {
    const { left, top, width, height } = label.getBoundingClientRect();
    const style = getComputedStyle(label);
    const [x, y] = [left - origin.left, top - origin.top];
    pen.fillStyle = style.backgroundColor;
    pen.beginPath();
    pen.roundRect(x, y, width, height, Number.parseFloat(style.borderTopLeftRadius) || 0);
    pen.fill();
    pen.fillStyle = style.color;
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.fillText(label.textContent ?? '', x + width / 2, y + height / 2);
  }
  pen.restore();
}
