import { quoted } from '../base/quoted.ts';
import type { ParameterTable } from '../world/parameters.ts';
import { addressKey, ownKeys } from './address-key.ts';

/** The only version of the address that there is. */
const version = '1';

/**
 * Takes an address apart. A parameter may go by its label, as the panel names it.
 *
 * @returns what each key says, and a sentence for each part that is not taken as it stands
 */
export function addressEntries(
  hash: string,
  table: ParameterTable,
): { given: ReadonlyMap<string, string>; refused: string[] } {
  const flags = Object.keys(table).map(addressKey);
  const known = new Set<string>([...ownKeys, ...flags]);
  const byLabel = new Map(
    Object.entries(table).map(([name, { label }]) => [label, addressKey(name)] as const),
  );
  const given = new Map<string, string>();
  const refused: string[] = [];
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const name = known.has(key) ? key : byLabel.get(key);
    if (name === undefined) {
      refused.push(`this scene has no ${quoted(key)}`);
      continue;
    }
    if (given.has(name)) refused.push(`${name} is given twice, and the last one counts`);
    given.set(name, value);
  }
  const asked = given.get('v') ?? version;
  if (asked !== version) {
    refused.push(`the address is of version ${quoted(asked)}, and this page knows version 1`);
  }
  return { given, refused };
}
