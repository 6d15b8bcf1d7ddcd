import type { Expression } from '../../../maths/expression/expression.ts';
import { variablesOf } from '../../../maths/expression/variables-of.ts';
import { type FunctionName, type FunctionPreset, functionPresets } from './presets.ts';

/** Values whose formula is read. */
type Values = Readonly<Record<string, unknown>>;

/** The formula of values that are read. */
export const formulaOf = ({ f }: Values) => f as Expression;

/** Whether it is a function of x and y. */
export const hasY = (formula: Expression): boolean => variablesOf(formula).includes('y');

export const presetOf = ({ preset }: Values): FunctionPreset =>
  functionPresets[preset as FunctionName];

/** What is seen best: a wide step while h shrinks, a narrow one where the slope is what counts. */
export function suitedH(values: Values): number {
  if (values.motion === 'descend' || hasY(formulaOf(values))) return 0.001;
  return values.motion === 'travel' ? 0.1 : 1;
}

export const suitedRate = (values: Values): number => presetOf(values).rate ?? 0.1;
