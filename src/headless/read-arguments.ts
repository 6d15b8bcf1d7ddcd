import { parseArgs } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { shorten } from '../base/shorten.ts';
import type { Option } from '../scenes/headless-options.ts';
import { readParameter } from '../world/check-parameter.ts';
import { flagName } from '../world/flag-name.ts';
import type { Parameter } from '../world/parameters.ts';

export interface Given {
  readonly values: Readonly<Record<string, number | string | boolean>>;
  /** The names of files, by option. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads what follows the scene's name.
 *
 * @param options those that are understood, by their names in the tables
 * @returns the options that were given, by their names in the tables
 * @throws InputError for an unknown option, a missing or wrong value, or one given twice
 */
export function readArguments(
  argv: readonly string[],
  options: Readonly<Record<string, Option>>,
): Given {
  const byFlag = new Map(
    Object.entries(options).map(([name, option]) => [flagName(name), { name, option }]),
  );
  const types = Object.fromEntries(
    [...byFlag].map(([flag, { option }]) => [
      flag,
      { type: 'switch' in option ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  // Not strict: node would refuse “--bandwidth -1” in words of its own.
  const { tokens } = parseArgs({
    args: [...argv],
    options: types,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: Record<string, number | string | boolean> = {};
  const files: Record<string, string[]> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new InputError(
        `${quoted(token.value)} stands alone; options begin with -- and a value follows its option`,
      );
    }
    if (token.kind !== 'option') continue;
    const found = byFlag.get(token.name);
    if (!found || !token.rawName.startsWith('--'))
      throw unknownOption(token.rawName, [...byFlag.keys()]);
    const flag = `--${token.name}`;
    const { value } = token;
    const isUsed = found.name in given || found.name in files;
    if (isUsed && !('many' in found.option)) {
      throw new InputError(`${flag} is given twice; give it once`);
    }
    const read = readValue(flag, found.option, value, token.inlineValue === true);
    if ('file' in found.option) files[found.name] = [...(files[found.name] ?? []), String(read)];
    else given[found.name] = read;
  }
  return { values: given, files };
}

/** @param isInline whether it was written as `--flag=value` */
function readValue(flag: string, option: Option, value: string | undefined, isInline: boolean) {
  if ('switch' in option) {
    if (value === undefined) return true;
    throw new InputError(`${flag} takes no value; leave ${quoted(value)} out`);
  }
  if (value === undefined || (!isInline && value.startsWith('--'))) {
    throw new InputError(`${flag} needs a value after it`);
  }
  if (isParameter(option)) return readParameter(flag, option, value);
  if (value === '') throw new InputError(`${flag} needs a value after it, not an empty one`);
  return value;
}

/** Others take a text as it stands. */
const isParameter = (option: Option): option is Parameter =>
  !('switch' in option || 'file' in option) && (!('text' in option) || option.text === true);

function unknownOption(given: string, flags: readonly string[]): InputError {
  const bare = given.replace(/^-+/, '');
  const near = closest(bare, [...flags]);
  const hint =
    distance(bare, near) <= Math.max(2, bare.length / 3) ? `did you mean --${near}?` : 'see --help';
  return new InputError(`there is no option ${shorten(given, 40)}; ${hint}`);
}
