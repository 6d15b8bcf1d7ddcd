import type { Evaluate } from '../../../maths/expression/evaluate.ts';

const halvings = 20;
/** Of what the function spans elsewhere; what still changes by more goes on to infinity. */
const settled = 0.05;

/**
 * What a function comes to at the ends of its domain: √x is 0 where it begins, and ln x nothing.
 *
 * @param along ascending; an end is looked for between two of them of which one has a value
 */
export function endValues(f: Evaluate, along: Float64Array): number[] {
  const finite = along.map((x) => f(x)).filter(Number.isFinite);
  const span =
    finite.reduce((a, b) => Math.max(a, b), -1e300) -
    finite.reduce((a, b) => Math.min(a, b), 1e300);
  const ends: number[] = [];
  for (let i = 1; i < along.length; i++) {
    const isThere = Number.isFinite(f(along[i]));
    if (isThere === Number.isFinite(f(along[i - 1]))) continue;
    let [inside, outside] = isThere ? [along[i], along[i - 1]] : [along[i - 1], along[i]];
    const approach = () => {
      for (let k = 0; k < halvings; k++) {
        const middle = (inside + outside) / 2;
        if (Number.isFinite(f(middle))) inside = middle;
        else outside = middle;
      }
      return f(inside);
    };
    const [near, nearer] = [approach(), approach()];
    if (Math.abs(nearer - near) <= settled * span) ends.push(nearer);
  }
  return ends;
}
