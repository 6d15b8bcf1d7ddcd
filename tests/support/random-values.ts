import fc from 'fast-check';
import { isValidNumber } from '../../src/world/check-parameter.ts';
import {
  isChoice,
  isText,
  type NumberParameter,
  type Parameter,
  type ParameterTable,
} from '../../src/world/parameters.ts';
import { resolveValues } from '../../src/world/resolve-values.ts';

type Value = number | string | null;
type Values = Readonly<Record<string, Value>>;

/** The slider's ends, and the ends of what is valid. */
export function endsOf(parameter: NumberParameter, values: Values): number[] {
  const { min, max, atLeast, atMost } = parameter;
  const ends = [min, typeof max === 'function' ? max(values) : max, atLeast, atMost];
  const given = ends.flatMap((end) => (end === undefined ? [] : [end]));
  return [...new Set(given)].filter((end) => isValidNumber(parameter, end));
}

/** The values that a parameter's control can be put to, its ends among them. */
function anyValue(parameter: Parameter, values: Values): fc.Arbitrary<Value> {
  if (isText(parameter)) return fc.constant(parameter.default);
  if (isChoice(parameter)) return fc.constantFrom(...parameter.options);
  const ends = endsOf(parameter, values);
  const { min, integer = false } = parameter;
  const max = Math.max(...ends.filter((end) => end <= Number.MAX_SAFE_INTEGER));
  const between = integer
    ? fc.integer({ min, max: Math.max(min, max) })
    : // A minus before 0 is not written in an address, and no slider has it.
      fc.double({ min, max: Math.max(min, max), noNaN: true }).map((value) => value + 0);
  const automatic = parameter.default === null ? [fc.constant(null)] : [];
  return fc.oneof(fc.constantFrom(...ends), between, ...automatic);
}

/** One live parameter whose control is shown put to some value; null where there is none. */
export function anyTurn(table: ParameterTable, values: Values): fc.Arbitrary<Values> | null {
  const resolved = resolveValues(table, values);
  const turns = Object.entries(table)
    .filter(([, { effect, shownWhen }]) => effect === 'live' && (shownWhen?.(resolved) ?? true))
    .map(([name, parameter]) => anyValue(parameter, values).map((value) => ({ [name]: value })));
  return turns.length > 0 ? fc.oneof(...turns) : null;
}

/** What a scene may be entered with: every choice, and of what is counted little. */
export function anyStart(table: ParameterTable): fc.Arbitrary<Values> {
  const starts: Record<string, fc.Arbitrary<Value>> = {};
  for (const [name, parameter] of Object.entries(table)) {
    if (parameter.effect !== 'reset' || isText(parameter)) continue;
    if (isChoice(parameter)) starts[name] = fc.constantFrom(...parameter.options);
    else if (parameter.integer) {
      starts[name] = fc.integer({ min: parameter.min, max: parameter.min + 7 });
    }
  }
  return fc.record(starts);
}

/** Choices with which a parameter's control is shown, so that it has a part in what happens. */
export function valuesShowing(
  table: ParameterTable,
  name: string,
  isShown: (wanted: Values) => boolean,
): Values {
  const choices = Object.entries(table).flatMap(([other, parameter]) =>
    other !== name && isChoice(parameter)
      ? parameter.options.map((option) => ({ [other]: option }))
      : [],
  );
  return [{}, ...choices].find(isShown) ?? {};
}
