import type { Expression } from '../../../maths/expression/expression.ts';
import { parseExpression } from '../../../maths/expression/parse-expression.ts';
import { type FunctionName, type FunctionPreset, functionPresets } from './presets.ts';

/** The tree of a formula of x, or of x and y. The same text gives the same tree. */
export function readFormula(text: string): Expression {
  const known = trees.get(text);
  if (known) return known;
  const tree = parseExpression(text, hasY(text) ? ['x', 'y'] : ['x']);
  if (trees.size > mostKept) trees.clear();
  trees.set(text, tree);
  return tree;
}

const trees = new Map<string, Expression>();
/** A person types a few; the panel asks for them again and again. */
const mostKept = 100;

/** y is a second variable and no part of a name: no function has a y in its name. */
export const hasY = (text: string) => /y/.test(text);

type Values = Readonly<Record<string, unknown>>;

export const presetOf = ({ preset }: Values): FunctionPreset =>
  functionPresets[(preset as FunctionName) ?? 'x²'] ?? functionPresets['x²'];

/** The formula that the values ask for: what is typed, or the preset's. */
export const formulaOf = (values: Values): string =>
  (typeof values.f === 'string' && values.f.trim()) || presetOf(values).f;

export const isFieldOf = (values: Values) => hasY(formulaOf(values));

/** What is seen best: a wide step while h shrinks, a narrow one where the slope is what counts. */
export function suitedH(values: Values): number {
  if (isFieldOf(values) || values.motion === 'descend') return 0.001;
  return values.motion === 'travel' ? 0.1 : 1;
}

export const suitedRate = (values: Values): number => presetOf(values).rate ?? 0.1;
