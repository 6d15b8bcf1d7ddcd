import { flagName } from '../world/flag-name.ts';

/** What an address may say besides the parameters' values. */
export const ownKeys = [
  'v',
  'scene',
  'backend',
  'step',
  'turned',
  'speed',
  'by-phase',
  'phase',
  'picked',
  'view',
  'page',
  'playing',
  'theme',
  'hide',
  'present',
] as const;

/** A parameter's key in an address: a formula's letter v must not be taken for the version. */
export function addressKey(name: string): string {
  const flag = flagName(name);
  return (ownKeys as readonly string[]).includes(flag) ? `value-${flag}` : flag;
}
