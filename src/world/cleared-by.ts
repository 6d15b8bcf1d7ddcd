import { defaultValues, type ParameterTable } from './parameters.ts';

type Values = Readonly<Record<string, number | string | null>>;

/** What goes back to its default because something else is chosen: a preset brings its own shape. */
export function clearedBy(
  table: ParameterTable,
  values: Values,
  wanted: Values,
): Record<string, number | string | null> {
  const defaults: Values = defaultValues(table);
  const chosen = Object.keys(wanted).filter((name) => wanted[name] !== values[name]);
  const cleared = chosen.flatMap((name) => table[name]?.clears ?? []);
  return Object.fromEntries(cleared.map((name) => [name, defaults[name]]));
}
