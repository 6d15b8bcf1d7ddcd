import { InputError } from '../base/input-error.ts';
import { readParameter } from '../world/check-parameter.ts';
import type { ParameterTable } from '../world/parameters.ts';
import { addressKey } from './address-key.ts';
import type { EmbedValues } from './embed-protocol.ts';
import { parameterOf } from './parameter-of.ts';

/**
 * What an embedding page wants, checked as the panel and the address check it, all of it before
 * anything is taken over.
 *
 * @returns the values by the parameters' own names
 * @throws InputError that names the first value that cannot be taken
 */
export function checkEmbedValues(table: ParameterTable, given: EmbedValues): EmbedValues {
  const values: Record<string, EmbedValues[string]> = {};
  for (const [called, value] of Object.entries(given)) {
    const name = parameterOf(table, called);
    const key = addressKey(name);
    if (name in values) throw new InputError(`${key} is given twice; give it once`);
    const parameter = table[name];
    values[name] =
      value === null ? parameter.default : readParameter(key, parameter, String(value));
  }
  return values;
}
