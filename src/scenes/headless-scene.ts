import type { Backend } from '../gpu/backend.ts';
import type { Parameter, ParameterTable } from '../world/parameters.ts';

/** An option that takes no value. */
export interface Switch {
  readonly help: string;
  readonly switch: true;
}

/** An option that takes a text. */
export interface TextOption {
  readonly help: string;
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

/** A file that was read for an option. */
export interface NamedFile {
  /** As the person wrote it, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Options that differ in nothing but their name, such as a formula's letters; one entry in the help. */
export interface OptionFamily {
  readonly names: readonly string[];
  readonly option: Option;
}

/** What was asked for on the command line, read and checked one by one. */
export interface HeadlessRequest {
  /** The scene's parameters and options by their table names; only those that were given. */
  readonly given: Readonly<Record<string, number | string | boolean>>;
  /** What was asked for by --backend; auto if nothing was. */
  readonly backend: 'auto' | 'webgpu' | 'cpu';
  readonly steps: number | null;
  readonly seed: number | null;
  /** The content of `--input`, and its name for messages. */
  readonly input: NamedFile | null;
  /** The contents of file options by their table names, in the order in which they were given. */
  readonly files: Readonly<Record<string, readonly NamedFile[]>>;
  /** The name of `--output`, or null. */
  readonly output: string | null;
}

export interface HeadlessResult {
  readonly seed: number;
  readonly steps: number;
  readonly params: Readonly<Record<string, unknown>>;
  /** The scene's own keys of the JSON. */
  readonly report: Readonly<Record<string, unknown>>;
  /** What a person should know of the result; goes to stderr. */
  readonly notices?: readonly string[];
  /** What `--output` becomes, if there is one. */
  readonly output: string | Uint8Array;
}

/** A run that was checked as far as it can be before anything is computed. */
export interface HeadlessRun {
  /** Why only the CPU can do this run, as a sentence; it then runs there, whatever was asked for. */
  readonly onlyOnCpu?: string;
  run(compute: Backend, progress: (sentence: string) => void): Promise<HeadlessResult>;
}

/** What a scene brings for the headless run, beside its `scene.ts`. */
export interface HeadlessScene {
  /** One line: what the scene computes. */
  readonly help: string;
  /** Parameters that have the same name on the panel; live from the scene's table. */
  readonly parameters: ParameterTable;
  /** Options that only the headless run has. */
  readonly options: Readonly<Record<string, Option>>;
  readonly families?: readonly OptionFamily[];
  /**
   * Common options that mean nothing to the scene. `--steps` is then taken with a notice, since every
   * scene has it; `--input` is refused with this sentence, since nobody names a file for nothing.
   */
  readonly without?: { readonly steps?: true; readonly input?: string };
  /** Values of them that are announced and not built: asking for one is an error that says so. */
  readonly notYet?: Readonly<Record<string, readonly string[]>>;
  /** @throws InputError that says what to change in the call or its input */
  prepare(request: HeadlessRequest): HeadlessRun | Promise<HeadlessRun>;
}
