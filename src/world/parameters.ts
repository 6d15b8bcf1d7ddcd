/**
 * A scene's parameters are one table. The panel, the headless flags, `--help`, the resolved values'
 * type and the checks all come from it.
 */

interface Described {
  readonly label: string;
  /** One line: what it is and what turning it does. */
  readonly help: string;
  readonly unit?: string;
  /**
   * `live`: felt in the next frame. `reset`: the scene is entered again. `view`: changes the picture
   * and no result, so the headless run does not have it.
   */
  readonly effect: 'live' | 'reset' | 'view';
  /** The panel has the control only while this holds; of the resolved values. */
  readonly shownWhen?: (resolved: Readonly<Record<string, unknown>>) => boolean;
  /** Choosing another value takes these parameters back to their defaults. */
  readonly clears?: readonly string[];
  /** Where the control stands in the panel; controls with one heading are grouped. */
  readonly folder?: string;
}

export interface NumberParameter extends Described {
  /** null: worked out by the scene, as `automatic` says. */
  readonly default: number | null;
  /** What a null value stands for, in words. */
  readonly automatic?: string;
  /**
   * The number that a null value stands for; the largest of the slider if not given. The texts among
   * the values are read already, and numbers may still be null.
   */
  readonly standsFor?: (values: Readonly<Record<string, unknown>>) => number;
  /** The slider's range and step. A typed value may lie outside, as long as it is valid. */
  readonly min: number;
  readonly max: number | ((values: Readonly<Record<string, unknown>>) => number);
  readonly step: number;
  readonly integer?: boolean;
  /** What a valid value must be: above this bound, */
  readonly above?: number;
  /** at least this, */
  readonly atLeast?: number;
  /** at most this. */
  readonly atMost?: number;
  /** Why a finite number that is none of these is refused, and what to give, where there is more to say. */
  readonly refusal?: (value: number) => string;
}

export interface ChoiceParameter extends Described {
  readonly default: string;
  readonly options: readonly string[];
}

/** What is typed as text: a formula, a list. The value is the text; the resolved value is what it says. */
export interface TextParameter extends Described {
  readonly text: true;
  readonly default: string;
  /** What an empty text stands for; of the values as they were given. */
  readonly standsFor?: (values: Readonly<Record<string, unknown>>) => string;
  /** In characters. */
  readonly longest: number;
  /**
   * What the text says; the text itself if not given.
   *
   * @throws Error whose sentence says what to change
   */
  readonly parse?: (text: string) => unknown;
}

export type Parameter = NumberParameter | ChoiceParameter | TextParameter;
export type ParameterTable = Readonly<Record<string, Parameter>>;

export type ParameterValue<P extends Parameter> = P extends { options: readonly (infer O)[] }
  ? O
  : P extends { text: true }
    ? string
    : P extends { default: null }
      ? number | null
      : number;

/** The values of a table's parameters. */
export type ParameterValues<T extends ParameterTable> = {
  -readonly [K in keyof T]: ParameterValue<T[K]>;
};

type ResolvedValue<P extends Parameter> = P extends { text: true; parse: (text: string) => infer R }
  ? R
  : P extends { default: null }
    ? number
    : ParameterValue<P>;

/** The values as the world works with them: texts are read, and what is automatic is a number. */
export type ResolvedValues<T extends ParameterTable> = {
  readonly [K in keyof T]: ResolvedValue<T[K]>;
};

/** Keeps the literal types of a table that is checked against `ParameterTable`. */
export const parameterTable = <const T extends ParameterTable>(table: T): T => table;

export const isText = (parameter: Parameter): parameter is TextParameter => 'text' in parameter;

export const isChoice = (parameter: Parameter): parameter is ChoiceParameter =>
  'options' in parameter;

export function defaultValues<T extends ParameterTable>(table: T): ParameterValues<T> {
  const entries = Object.entries(table).map(([name, parameter]) => [name, parameter.default]);
  return Object.fromEntries(entries) as ParameterValues<T>;
}
