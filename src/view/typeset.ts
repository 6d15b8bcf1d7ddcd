import katex from 'katex';
import 'katex/dist/katex.min.css';

/**
 * Sets a formula, for the eye and, as MathML, for screen readers.
 *
 * @param display on a line of its own
 * @throws katex.ParseError naming the place, if it is no valid TeX
 */
export const typeset = (tex: string, display: boolean): string =>
  katex.renderToString(tex, { displayMode: display, output: 'htmlAndMathml', strict: 'error' });
