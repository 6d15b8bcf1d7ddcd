import type { HeadlessScene, Option } from '../scenes/headless-scene.ts';
import { describeNumber } from '../world/check-parameter.ts';
import { isChoice } from '../world/parameters.ts';
import { flagOf, optionsOf } from './read-arguments.ts';

/** The help of one scene: every option with its default, what it may be, and its unit. */
export function sceneHelp(name: string, scene: HeadlessScene): string {
  const lines = Object.entries(optionsOf(scene)).map(([option, description]) =>
    optionHelp(flagOf(option), description),
  );
  return [
    `npm run -s headless -- ${name} [--option value]...`,
    '',
    scene.help,
    'Prints one JSON object. Errors go to stderr; exit status 2 means that the call or its input has to change.',
    '',
    ...lines,
    '',
  ].join('\n');
}

export function generalHelp(names: readonly string[]): string {
  return [
    'npm run -s headless -- <scene> [--option value]...',
    '',
    `Scenes: ${names.join(', ')}. Each has its own --help.`,
    '',
  ].join('\n');
}

function optionHelp(flag: string, option: Option): string {
  return `  --${flag}${takes(option)}\n      ${option.help}${details(option)}`;
}

function takes(option: Option): string {
  if ('switch' in option) return '';
  if ('text' in option) return ` ${option.text}`;
  return isChoice(option) ? ` ${option.options.join('|')}` : ' N';
}

function details(option: Option): string {
  if ('switch' in option || 'text' in option) return '';
  const fallback = option.default ?? ('automatic' in option ? option.automatic : '');
  const unit = option.unit ? `, in ${option.unit}` : '';
  const range =
    isChoice(option) || !('min' in option) ? '' : ` ${capital(describeNumber(option))}${unit}.`;
  return `${range} Default: ${fallback}.`;
}

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
