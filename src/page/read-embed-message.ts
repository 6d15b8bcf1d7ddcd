import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import {
  type EmbedCall,
  type EmbedRequest,
  type EmbedValues,
  embedVersion,
  type MomentKey,
  momentKeys,
  type RequestId,
} from './embed-protocol.ts';

/** What a message comes to. */
export type ReadMessage =
  /** Spoken to somebody else: pages and browser extensions post messages of their own. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly id: RequestId | null; readonly sentence: string }
  | { readonly kind: 'request'; readonly request: EmbedRequest };

type Fields = Readonly<Record<string, unknown>>;

const longestId = 100;
/** No scene has as many parameters. */
const mostNames = 200;
const mostSteps = 100_000;

/** Reads the arguments of each call; what else a message holds is passed over. */
const argumentsOf: {
  readonly [C in EmbedCall]: (
    given: Fields,
  ) => Omit<Extract<EmbedRequest, { call: C }>, 'id' | 'call'>;
} = {
  hello: () => ({}),
  parameters: () => ({}),
  get: ({ names }) => ({ names: names === undefined ? null : readNames(names) }),
  set: ({ values }) => ({ values: readValues(values) }),
  describe: () => ({}),
  address: () => ({}),
  goTo: ({ step }) => ({ step: readStep(step) }),
  play: () => ({}),
  pause: () => ({}),
  forward: () => ({}),
  back: () => ({}),
  scene: ({ name }) => ({ name: readText('name', name) }),
  subscribe: ({ to }) => ({ to: to === undefined ? momentKeys : readKeys(to) }),
  unsubscribe: () => ({}),
};

/** Reads what was posted, whatever it is; it throws nothing and changes nothing. */
export function readEmbedMessage(data: unknown): ReadMessage {
  if (!isFields(data) || data.meanfield === undefined) return { kind: 'ignored' };
  const id = readId(data.id);
  try {
    if (data.meanfield !== embedVersion) {
      throw new InputError(
        `meanfield must be ${embedVersion}, the version that this page speaks, not ${inWords(data.meanfield)}`,
      );
    }
    if (id === null) {
      throw new InputError(
        `id must be a number, or a text of up to ${longestId} characters, not ${inWords(data.id)}`,
      );
    }
    const { call } = data;
    if (!isCall(call)) {
      const known = Object.keys(argumentsOf).join(', ');
      throw new InputError(`call must be one of ${known}, not ${inWords(call)}`);
    }
    const request = { id, call, ...argumentsOf[call](data) } as EmbedRequest;
    return { kind: 'request', request };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: 'refused', id, sentence: error.message };
  }
}

const isFields = (data: unknown): data is Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isCall = (call: unknown): call is EmbedCall =>
  typeof call === 'string' && Object.hasOwn(argumentsOf, call);

const readId = (id: unknown): RequestId | null =>
  (typeof id === 'number' && Number.isFinite(id)) ||
  (typeof id === 'string' && id.length <= longestId)
    ? id
    : null;

function readText(what: string, given: unknown): string {
  if (typeof given === 'string') return given;
  throw new InputError(`${what} must be a text, not ${inWords(given)}`);
}

function readStep(given: unknown): number {
  if (Number.isInteger(given) && (given as number) >= 0 && (given as number) <= mostSteps) {
    return given as number;
  }
  throw new InputError(`step must be a whole number from 0 to ${mostSteps}, not ${inWords(given)}`);
}

function readNames(given: unknown): readonly string[] {
  const isList = Array.isArray(given) && given.length <= mostNames;
  if (isList && given.every((name) => typeof name === 'string')) return given;
  throw new InputError(`names must be a list of parameters’ names, not ${inWords(given)}`);
}

function readKeys(given: unknown): readonly MomentKey[] {
  const known = momentKeys.join(', ');
  if (!Array.isArray(given) || given.length === 0 || given.length > mostNames) {
    throw new InputError(`to must be a list of ${known}, not ${inWords(given)}`);
  }
  const unknown = given.find((key) => !(momentKeys as readonly unknown[]).includes(key));
  if (unknown === undefined) return given;
  throw new InputError(`to takes ${known}, not ${inWords(unknown)}`);
}

function readValues(given: unknown): EmbedValues {
  if (!isFields(given)) {
    throw new InputError(`values must be like { bandwidth: 4 }, not ${inWords(given)}`);
  }
  const entries = Object.entries(given);
  if (entries.length === 0 || entries.length > mostNames) {
    throw new InputError(`values must name 1 to ${mostNames} parameters, not ${entries.length}`);
  }
  for (const [name, value] of entries) {
    if (value === null || typeof value === 'number' || typeof value === 'string') continue;
    throw new InputError(
      `${quoted(name)} must be given a number, a text or null, not ${inWords(value)}`,
    );
  }
  // Without a prototype: a name may be `__proto__`.
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** A stranger's value, short. */
function inWords(given: unknown): string {
  if (given === undefined) return 'nothing';
  if (Array.isArray(given)) return 'a list';
  if (given === null || typeof given !== 'object') return quoted(String(given));
  return 'an object';
}
