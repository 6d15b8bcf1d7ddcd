import type { TextFile } from '../io/text-file.ts';
import type { Parameter, ParameterValue } from '../world/parameters.ts';

/** An option that takes no value. */
export interface Switch {
  readonly help: string;
  readonly switch: true;
}

/** An option that takes a text. */
export interface TextOption {
  readonly help: string;
  /** What stands for the text in the help: `m,k,n`. */
  readonly text: string;
  readonly default?: string;
}

/** An option that names a file, whose content the scene gets. */
export interface FileOption {
  readonly help: string;
  readonly file: string;
  /** It may be given several times. */
  readonly many?: true;
}

export type Option = Switch | TextOption | FileOption | Parameter;
export type OptionTable = Readonly<Record<string, Option>>;

/** Options that differ in nothing but their name, such as a formula's letters; one entry in the help. */
export interface OptionFamily {
  readonly names: readonly string[];
  readonly help: string;
}

/** What an option that was not given is: null where it has no default, an empty list of files. */
export type OptionValue<O extends Option> = O extends Switch
  ? boolean
  : O extends FileOption
    ? readonly TextFile[]
    : O extends Parameter
      ? ParameterValue<O>
      : O extends { default: string }
        ? string
        : string | null;

export type OptionValues<O extends OptionTable> = {
  readonly [K in keyof O]: OptionValue<O[K]>;
};

/** Keeps the literal types of a table that is checked against `OptionTable`. */
export const optionTable = <const O extends OptionTable>(table: O): O => table;
