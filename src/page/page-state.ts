import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { readParameter } from '../world/check-parameter.ts';

import type { ParameterTable } from '../world/parameters.ts';
import type { ValueChange } from '../world/value-changes.ts';
import { readChanges, writeChanges } from './address-changes.ts';
import { addressEntries } from './address-entries.ts';
import { addressKey } from './address-key.ts';
import { hideableRegions } from './hide-regions.ts';

export type StateValue = number | string | null;

/** What an address says; what is not named is as it is by default. */
export interface PageState {
  readonly scene: string | null;
  readonly backend: string | null;
  /** Only those that differ from their defaults. */
  readonly values: Readonly<Record<string, StateValue>>;
  /** Where the scene is paused; null while it plays. */
  readonly step: number | null;
  /** The knobs that were turned on the way to that step. */
  readonly valueChanges: readonly ValueChange[];
  readonly speed: number | null;
  readonly byPhase: boolean;
  /** The phase that is shown, counted from 0; in the address from 1. */
  readonly phase: number | null;
  readonly picked: number | null;
  readonly view: { readonly x: number; readonly y: number; readonly scale: number } | null;
  readonly page: string | null;
  /** A page of the lesson is shown while the scene plays as it is; without it, the page sets its state up. */
  readonly playing: boolean;
  readonly theme: 'light' | 'dark' | null;
  readonly hide: readonly string[];
  /** Picture, caption and time alone, in large type. */
  readonly present: boolean;
}

export const emptyState: PageState = {
  scene: null,
  backend: null,
  values: {},
  step: null,
  valueChanges: [],
  speed: null,
  byPhase: false,
  phase: null,
  picked: null,
  view: null,
  page: null,
  playing: false,
  theme: null,
  hide: [],
  present: false,
};

/** `#v=1&scene=meanshift&…`: the version first, then only what differs from the default. */
export function encodeState(state: PageState, table: ParameterTable): string {
  const said: [string, string][] = [['v', '1']];
  const write = (key: string, value: unknown) => said.push([key, String(value)]);
  if (state.scene !== null) write('scene', state.scene);
  if (state.backend !== null) write('backend', state.backend);
  for (const [name, parameter] of Object.entries(table)) {
    const value = state.values[name];
    if (value === undefined || value === null || value === parameter.default) continue;
    write(addressKey(name), value);
  }
  if (state.step !== null) write('step', state.step);
  if (state.valueChanges.length > 0) write('turned', writeChanges(state.valueChanges));
  if (state.speed !== null) write('speed', round(state.speed));
  if (state.byPhase) write('by-phase', 1);
  if (state.phase !== null) write('phase', state.phase + 1);
  if (state.picked !== null) write('picked', state.picked);
  if (state.view) {
    const { x, y, scale } = state.view;
    write('view', [x, y, scale].map(round).join(','));
  }
  if (state.page !== null) write('page', state.page);
  if (state.playing) write('playing', 1);
  if (state.theme !== null) write('theme', state.theme);
  if (state.hide.length > 0) write('hide', state.hide.join(','));
  if (state.present) write('present', 1);
  // What a person can read and an address allows stays as it is.
  const written = (value: string) =>
    encodeURIComponent(value).replace(/%(2C|3A|40)/g, decodeURIComponent);
  return `#${said.map(([key, value]) => `${key}=${written(value)}`).join('&')}`;
}

/** The scene that an address names, before its table is known. */
export const sceneOf = (hash: string): string | null =>
  addressEntries(hash, {}).given.get('scene') ?? null;

/**
 * Reads an address, whatever its version. A key that nobody knows and a wild value are as if they were
 * not there.
 *
 * @returns the state, and a sentence for each part that was not taken
 */
export function decodeState(
  hash: string,
  table: ParameterTable,
): { state: PageState; refused: string[] } {
  const { given, refused } = addressEntries(hash, table);

  function take<T>(key: string, read: (text: string) => T): T | null {
    const text = given.get(key);
    if (text === undefined) return null;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused.push(error.message);
      return null;
    }
  }

  const values: Record<string, StateValue> = {};
  for (const [name, parameter] of Object.entries(table)) {
    const key = addressKey(name);
    const value = take(key, (text) => readParameter(key, parameter, text));
    if (value !== null) values[name] = value;
  }
  const oneOf = <T extends string>(key: string, choices: readonly T[]) =>
    take(key, (text) => {
      if ((choices as readonly string[]).includes(text)) return text as T;
      throw new InputError(`${key} must be one of ${choices.join(', ')}, not ${quoted(text)}`);
    });
  const state: PageState = {
    scene: given.get('scene') ?? null,
    backend: oneOf('backend', ['auto', 'webgpu', 'cpu']),
    values,
    step: take('step', (text) => readNumber('step', text, 0, 100_000, true)),
    speed: take('speed', (text) => readNumber('speed', text, 0.25, 60, false)),
    valueChanges: take('turned', (text) => readChanges(text, table)) ?? [],
    byPhase: oneOf('by-phase', ['0', '1']) === '1',
    phase: take('phase', (text) => readNumber('phase', text, 1, 99, true) - 1),
    picked: take('picked', (text) => readNumber('picked', text, 0, 1e9, true)),
    view: take('view', readView),
    page: given.get('page') ?? null,
    playing: oneOf('playing', ['0', '1']) === '1',
    theme: oneOf('theme', ['light', 'dark']),
    hide: readHide(given.get('hide') ?? '', refused),
    present: oneOf('present', ['0', '1']) === '1',
  };
  if (state.phase !== null && (!state.byPhase || state.step === null)) {
    refused.push('a phase is shown only with by-phase=1 and a step');
  }
  if (state.valueChanges.length > 0 && state.step === null) {
    refused.push('turned says what was done on the way to a step, and no step is given');
  }
  return { state, refused };
}

function readNumber(key: string, text: string, least: number, most: number, integer: boolean) {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most && (!integer || Number.isInteger(value))) return value;
  const kind = integer ? 'a whole number' : 'a number';
  throw new InputError(`${key} must be ${kind} from ${least} to ${most}, not ${quoted(text)}`);
}

function readView(text: string) {
  const [x, y, scale, ...more] = text.split(',').map(Number);
  const isNear = [x, y, scale].every((value) => Math.abs(value) <= farthest);
  if (isNear && scale >= 1 / farthest && more.length === 0) return { x, y, scale };
  throw new InputError(`view must be three numbers x,y,scale, not ${quoted(text)}`);
}

function readHide(text: string, refused: string[]): string[] {
  const names = text.split(',').filter(Boolean);
  const isKnown = (name: string) => (hideableRegions as readonly string[]).includes(name);
  const unknown = names.filter((name) => !isKnown(name));
  if (unknown.length > 0) {
    refused.push(`hide takes ${hideableRegions.join(', ')}, not ${quoted(unknown.join(', '))}`);
  }
  return names.filter(isKnown);
}

/** Further out or closer in than this there is nothing to see, and numbers overflow. */
const farthest = 1e9;

const round = (value: number) => Number(value.toPrecision(6));
