import { loadHeadlessScene } from '../scenes/headless-registry.ts';
import type { HeadlessScene, Option } from '../scenes/headless-scene.ts';
import { describeNumber } from '../world/check-parameter.ts';
import { flagName } from '../world/flag-name.ts';
import { defaultValues, isChoice, isText, type NumberParameter } from '../world/parameters.ts';
import { optionsOf } from './read-arguments.ts';

/**
 * The help of one scene: every option with its default, what it may be, its unit, and the range that
 * the panel's slider has.
 */
export function sceneHelp(name: string, scene: HeadlessScene): string {
  const defaults = defaultValues(scene.parameters);
  const families = scene.families ?? [];
  const inFamilies = new Set(families.flatMap(({ names }) => names));
  const { without = {} } = scene;
  const alone = Object.entries(optionsOf(scene)).filter(
    ([option]) => !inFamilies.has(option) && !(option in without),
  );
  const lines = alone.map(([option, description]) => {
    const onPanel = scene.parameters[option];
    const isNumber = onPanel && !isChoice(onPanel) && !isText(onPanel);
    const slider = isNumber ? sliderRange(onPanel, defaults) : '';
    return optionHelp(flagName(option), description, slider);
  });
  return [
    `npm run -s headless -- ${name} [--option value]...`,
    '',
    scene.help,
    'Prints one JSON object. Errors go to stderr; exit status 2 means that the call or its input has to change.',
    '',
    ...lines,
    ...families.map(({ names: [first, ...rest], option }) =>
      optionHelp(`${first} … --${rest.at(-1)}`, option, ''),
    ),
    '',
  ].join('\n');
}

/** What can be run, and the help of each of these scenes. */
export async function generalHelp(names: readonly string[]): Promise<string> {
  const scenes = await Promise.all(
    names.map(async (name) => sceneHelp(name, await loadHeadlessScene(name))),
  );
  const usage = `npm run -s headless -- <scene> [--option value]...\nScenes: ${names.join(', ')}`;
  return [usage, ...scenes].join('\n\n');
}

function optionHelp(flag: string, option: Option, slider: string): string {
  return `  --${flag}${takes(option)}\n      ${option.help}${details(option, slider)}`;
}

function sliderRange({ min, max }: NumberParameter, defaults: Record<string, unknown>): string {
  return `; ${min} to ${typeof max === 'number' ? max : max(defaults)} on the panel`;
}

function takes(option: Option): string {
  if ('switch' in option) return '';
  if ('file' in option) return ` ${option.file}`;
  if ('text' in option) return ` ${option.text === true ? 'TEXT' : option.text}`;
  return isChoice(option) ? ` ${option.options.join('|')}` : ' N';
}

function details(option: Option, slider: string): string {
  if ('file' in option) return option.many ? ' May be given several times.' : '';
  if ('text' in option && option.text === true) {
    return ` Default: ${option.default || 'none'}.`;
  }
  if ('switch' in option || 'text' in option) return '';
  const fallback = option.default ?? ('automatic' in option ? option.automatic : '');
  const unit = option.unit ? `, in ${option.unit}` : '';
  const range =
    isChoice(option) || !('min' in option)
      ? ''
      : ` ${capital(describeNumber(option))}${unit}${slider}.`;
  return `${range} Default: ${fallback}.`;
}

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
