import type { LabelSize } from './place-labels.ts';

/** What a label's box has around its text, in CSS pixels, and how high a line is; as its style says. */
const padding = 8;
const lineHeight = 1.35;

/**
 * How large texts are as labels. They are measured by a pen, since reading an element's size costs a
 * layout; what was measured is remembered for as long as the font is the same.
 *
 * @param box where the labels are
 */
export function createMeasure(box: HTMLElement): (texts: readonly string[]) => LabelSize[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('this browser has no 2D canvas');
  const known = new Map<string, number>();
  let last = '';
  return (texts) => {
    const style = getComputedStyle(box);
    const font = `${style.fontSize} ${style.fontFamily}`;
    if (font !== last || known.size > 5000) known.clear();
    last = pen.font = font;
    const height = lineHeight * Number.parseFloat(style.fontSize);
    return texts.map((text) => {
      const width = known.get(text) ?? pen.measureText(text).width + padding;
      known.set(text, width);
      return { width, height };
    });
  };
}
