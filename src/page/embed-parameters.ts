import { isChoice, isText, type Parameter, type ParameterTable } from '../world/parameters.ts';
import { addressKey } from './address-key.ts';
import type { EmbedParameter } from './embed-protocol.ts';
import type { Values } from './values-owner.ts';

/** A scene's parameters for a page that builds controls of its own. */
export const describeParameters = (
  table: ParameterTable,
  values: Values,
): readonly EmbedParameter[] =>
  Object.entries(table).map(([name, parameter]) => ({
    name: addressKey(name),
    label: parameter.label,
    help: parameter.help,
    default: parameter.default,
    ...describeKind(parameter, values),
  }));

function describeKind(parameter: Parameter, values: Values) {
  if (isChoice(parameter)) return { kind: 'choice', options: parameter.options } as const;
  if (isText(parameter)) return { kind: 'text' } as const;
  const { min, max, step } = parameter;
  return { kind: 'number', min, max: typeof max === 'number' ? max : max(values), step } as const;
}
