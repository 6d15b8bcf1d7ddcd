import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { readParameter } from '../world/check-parameter.ts';
import { flagName } from '../world/flag-name.ts';
import type { History } from '../world/history.ts';
import { isChoice, type ParameterTable } from '../world/parameters.ts';
import type { ValueChange } from '../world/value-changes.ts';

type Values = Readonly<Record<string, unknown>>;

const mostSteps = 100_000;
const automatic = 'auto';

const live = (table: ParameterTable) =>
  Object.keys(table).filter((name) => table[name].effect === 'live');

/** How the live parameters were turned on the way to a step; empty if they never were. */
export function changesUpTo(
  step: number,
  history: Pick<History<object>, 'takenWith'>,
  values: Values,
  table: ParameterTable,
): ValueChange[] {
  return live(table)
    .flatMap((name) => {
      const valueChanges: ValueChange[] = [];
      let after = values[name];
      for (let until = step; until > 0; until--) {
        const taken = history.takenWith(until);
        if (!taken) continue;
        const before: ValueChange['value'] = Reflect.get(taken, name);
        if (before === after) continue;
        after = before;
        valueChanges.push({ name, value: before, until });
      }
      return valueChanges;
    })
    .sort((a, b) => a.until - b.until);
}

/** `bandwidth:2.5@6,batch:auto@8` */
export const writeChanges = (valueChanges: readonly ValueChange[]): string =>
  valueChanges
    .map(({ name, value, until }) => `${flagName(name)}:${value ?? automatic}@${until}`)
    .join(',');

/** @throws InputError that names the turn that cannot be read */
export function readChanges(text: string, table: ParameterTable): ValueChange[] {
  const names = new Map(live(table).map((name) => [flagName(name), name]));
  return text.split(',').map((turn) => {
    const [, flag = '', given = '', step = ''] = /^([^:]*):(.*)@(\d+)$/.exec(turn) ?? [];
    const name = names.get(flag);
    const until = Number(step);
    if (name === undefined || !(until >= 1 && until <= mostSteps)) {
      throw new InputError(`turned must be like “bandwidth:2.5@6”, not ${quoted(turn)}`);
    }
    const parameter = table[name];
    const isAutomatic = given === automatic && !isChoice(parameter) && parameter.default === null;
    const value = isAutomatic ? null : readParameter(`turned: ${flag}`, parameter, given);
    return { name, value, until };
  });
}
