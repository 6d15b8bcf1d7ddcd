/**
 * What a page that embeds Meanfield and the frame say to each other by `postMessage`; docs/embedding.md
 * shows each message with an example.
 */

/** The version of the messages, in their `meanfield` key. */
export const embedVersion = 1;

/** A parameter's value; null in a request takes it back to its default, and is what is automatic. */
export type EmbedValue = number | string | null;
export type EmbedValues = Readonly<Record<string, EmbedValue>>;

/** Said by the embedding page to name an answer; as it is in its reply. */
export type RequestId = number | string;

/** What is shown at one moment. */
export interface EmbedMoment {
  readonly scene: string;
  /** How many steps were taken. */
  readonly step: number;
  readonly playing: boolean;
  /** Whether nothing more happens by playing. */
  readonly atRest: boolean;
  /** The phase that is shown, counted from 1 as in the address, or null where steps are not shown by phase. */
  readonly phase: number | null;
  readonly values: EmbedValues;
  readonly description: {
    /** What the scene has come to, in a few words. */
    readonly summary: string;
    /** What is looked at; empty where nothing is. */
    readonly looked: string;
    /** The sentence on the picture; empty where it has none. */
    readonly caption: string;
  };
}

export const momentKeys = [
  'scene',
  'step',
  'playing',
  'atRest',
  'phase',
  'values',
  'description',
] as const satisfies readonly (keyof EmbedMoment)[];
export type MomentKey = (typeof momentKeys)[number];

/** What is known of a parameter, so that a page can build a control for it. */
export interface EmbedParameter {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly kind: 'number' | 'choice' | 'text';
  readonly default: EmbedValue;
  /** Of a choice. */
  readonly options?: readonly string[];
  /** Of a number: the slider's range and step; a value may lie outside, as long as it is valid. */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/** What may be asked, with what it takes and what it gives. */
export interface EmbedCalls {
  hello: { takes: object; gives: { scene: string; scenes: readonly string[] } };
  parameters: { takes: object; gives: { parameters: readonly EmbedParameter[] } };
  get: { takes: { names: readonly string[] | null }; gives: { values: EmbedValues } };
  set: { takes: { values: EmbedValues }; gives: { values: EmbedValues } };
  describe: { takes: object; gives: EmbedMoment };
  address: { takes: object; gives: { address: string } };
  goTo: { takes: { step: number }; gives: { step: number } };
  play: { takes: object; gives: { playing: boolean } };
  pause: { takes: object; gives: { playing: boolean } };
  forward: { takes: object; gives: { step: number } };
  back: { takes: object; gives: { step: number } };
  scene: { takes: { name: string }; gives: { scene: string } };
  subscribe: { takes: { to: readonly MomentKey[] }; gives: Partial<EmbedMoment> };
  unsubscribe: { takes: object; gives: object };
}

export type EmbedCall = keyof EmbedCalls;

export type EmbedRequest = {
  readonly [C in EmbedCall]: { readonly id: RequestId; readonly call: C } & Readonly<
    EmbedCalls[C]['takes']
  >;
}[EmbedCall];

export type EmbedResult = EmbedCalls[EmbedCall]['gives'];

/** What the frame says. */
export type EmbedReply =
  | { readonly meanfield: 1; readonly id: RequestId; readonly result: EmbedResult }
  /** `id` is null where the request had none that could be read. */
  | { readonly meanfield: 1; readonly id: RequestId | null; readonly error: string }
  /** Sent once, unasked: from now on requests are answered. */
  | { readonly meanfield: 1; readonly event: 'ready'; readonly scene: string }
  /** What has changed since the last one of what is subscribed to. */
  | { readonly meanfield: 1; readonly event: 'moment'; readonly moment: Partial<EmbedMoment> };
