import type { BackendChoice } from '../gpu/open-backend.ts';
import { formatOf } from '../io/format-table.ts';
import type { TextFile } from '../io/text-file.ts';
import type { Option } from '../scenes/headless-options.ts';
import type { HeadlessScene } from '../scenes/headless-registry.ts';
import type { HeadlessCall } from '../scenes/headless-side.ts';
import { defaultValues } from '../world/parameters.ts';
import { commonOptions } from './common-options.ts';
import type { Given } from './read-arguments.ts';

export interface ReadCall {
  readonly call: HeadlessCall;
  readonly steps: number;
  readonly maxSteps: number;
  readonly seed: number;
}

/** Puts defaults where nothing was given. @throws InputError for an output that no format is for */
export function makeCall(
  { scene, side }: HeadlessScene,
  { values: given, files: names }: Given,
  files: Readonly<Record<string, readonly TextFile[]>>,
): ReadCall {
  const own = side.options ?? {};
  const isOwn = (name: string) => Object.hasOwn(own, name);
  const values: Record<string, number | string | boolean | null> = defaultValues(scene.parameters);
  for (const name of Object.keys(scene.parameters)) {
    if (name in given && !isOwn(name)) values[name] = given[name];
  }
  const options = Object.fromEntries(
    Object.entries(own).map(([name, option]) => [name, optionValue(name, option)]),
  );
  function optionValue(name: string, option: Option) {
    if ('file' in option) return files[name] ?? [];
    return given[name] ?? usual(option);
  }
  const common = <N extends 'steps' | 'maxSteps' | 'seed'>(name: N) =>
    Number(given[name] ?? commonOptions[name].default);
  const output = given.output === undefined ? null : String(given.output);
  return {
    call: {
      values: values as HeadlessCall['values'],
      options: options as HeadlessCall['options'],
      given: new Set([...Object.keys(given), ...Object.keys(names)]),
      backend: (given.backend ?? commonOptions.backend.default) as BackendChoice,
      untilConverged: given.untilConverged === true,
      input: files.input?.[0] ?? null,
      output: output === null ? null : { name: output, format: formatOf(output) },
    },
    steps: common('steps'),
    maxSteps: common('maxSteps'),
    seed: common('seed'),
  };
}

function usual(option: Exclude<Option, { file: string }>) {
  if ('switch' in option) return false;
  return option.default ?? null;
}
