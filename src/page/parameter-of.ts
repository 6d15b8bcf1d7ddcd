import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import type { ParameterTable } from '../world/parameters.ts';
import { addressKey } from './address-key.ts';

/**
 * The name in its table of a parameter that somebody calls as the address does, or as the panel.
 *
 * @throws InputError if the table has none that is called so
 */
export function parameterOf(table: ParameterTable, called: string): string {
  const names = Object.keys(table);
  const name =
    names.find((it) => addressKey(it) === called) ?? names.find((it) => table[it].label === called);
  if (name !== undefined) return name;
  throw new InputError(
    `this scene has no ${quoted(called)}; the call “parameters” lists what it has`,
  );
}
