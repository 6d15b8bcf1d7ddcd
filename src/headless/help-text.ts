import type { Option } from '../scenes/headless-options.ts';
import { type HeadlessScene, loadHeadlessScene } from '../scenes/headless-registry.ts';
import { describeNumber } from '../world/check-parameter.ts';
import { flagName } from '../world/flag-name.ts';
import {
  defaultValues,
  isChoice,
  isText,
  type NumberParameter,
  type Parameter,
} from '../world/parameters.ts';
import { usefulOptions } from './options-of.ts';

/**
 * The help of one scene: every option with its default, what it may be, its unit, and the range that
 * the panel's slider has.
 */
export function sceneHelp(name: string, scene: HeadlessScene): string {
  const { side } = scene;
  const { parameters } = scene.scene;
  const defaults = defaultValues(parameters);
  const { families = [], options: own = {}, words = {} } = side;
  const options = usefulOptions(scene);
  const inFamilies = new Set(families.flatMap(({ names }) => names));
  const alone = Object.entries(options).filter(([option]) => !inFamilies.has(option));
  const lines = alone.map(([option, description]) => {
    const onPanel = option in own ? null : parameters[option];
    const isNumber = onPanel && !isChoice(onPanel) && !isText(onPanel);
    const slider = isNumber ? sliderRange(onPanel, defaults) : '';
    const said = { ...description, help: words[option] ?? description.help };
    return optionHelp(flagName(option), said, slider, defaults);
  });
  const familyLines = families.map(({ names, help }) => {
    const [first, ...rest] = names;
    return optionHelp(`${first} … --${rest.at(-1)}`, { ...options[first], help }, '', defaults);
  });
  return [
    `npm run -s headless -- ${name} [--option value]...`,
    '',
    side.help,
    'Prints one JSON object. Errors go to stderr; exit status 2 means that the call or its input has to change.',
    '',
    ...lines,
    ...familyLines,
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

type Defaults = Readonly<Record<string, unknown>>;

function optionHelp(flag: string, option: Option, slider: string, defaults: Defaults): string {
  return `  --${flag}${takes(option)}\n      ${option.help}${details(option, slider, defaults)}`;
}

function sliderRange({ min, max }: NumberParameter, defaults: Defaults): string {
  return `; ${min} to ${typeof max === 'number' ? max : max(defaults)} on the panel`;
}

function takes(option: Option): string {
  if ('switch' in option) return '';
  if ('file' in option) return ` ${option.file}`;
  if ('text' in option) return ` ${option.text === true ? 'TEXT' : option.text}`;
  return isChoice(option) ? ` ${option.options.map(asWord).join('|')}` : ' N';
}

/** As a shell takes it. */
const asWord = (text: string) => (/[\s|]/.test(text) ? `'${text}'` : text);

function details(option: Option, slider: string, defaults: Defaults): string {
  if ('file' in option) return option.many ? ' May be given several times.' : '';
  if ('switch' in option) return '';
  if ('text' in option) {
    const usual = option.default || ('standsFor' in option && option.standsFor?.(defaults)) || '';
    return usual || option.text === true ? ` Default: ${usual || 'none'}.` : '';
  }
  const unit = option.unit ? `, in ${option.unit}` : '';
  const range = isChoice(option) ? '' : ` ${capital(describeNumber(option))}${unit}${slider}.`;
  return `${range} Default: ${usualOf(option, defaults)}.`;
}

function usualOf(option: Parameter, defaults: Defaults): string {
  if (option.default !== null) return String(option.default);
  if (!('automatic' in option)) return '';
  const number = option.standsFor?.(defaults);
  return number === undefined ? `${option.automatic}` : `${number} (${option.automatic})`;
}

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
