import type { Backend } from '../gpu/backend.ts';
import type { BackendChoice } from '../gpu/open-backend.ts';
import type { TableFormat } from '../io/format-table.ts';
import type { ReadOptions } from '../io/read-options.ts';
import type { TextFile } from '../io/text-file.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { World } from '../world/world.ts';
import type { OptionFamily, OptionTable, OptionValues } from './headless-options.ts';

/** What was asked for on the command line, read and checked one by one. */
export interface HeadlessCall<
  T extends ParameterTable = ParameterTable,
  O extends OptionTable = OptionTable,
> {
  /** The panel's parameters: what was given, else the default. */
  readonly values: ParameterValues<T>;
  /** The options that only the headless run has, likewise. */
  readonly options: OptionValues<O>;
  /** The names of those that were given. */
  readonly given: ReadonlySet<keyof T | keyof O>;
  /** What was asked for by --backend; auto if nothing was. */
  readonly backend: BackendChoice;
  /** Whether to step until nothing moves, instead of a number of steps. */
  readonly untilConverged: boolean;
  /** The content of `--input`, and its name for messages. */
  readonly input: TextFile | null;
  /** The name of `--output` and the format that it asks for. */
  readonly output: { readonly name: string; readonly format: TableFormat } | null;
}

/** What a run or a study has come to. */
export interface HeadlessReport {
  /** The scene's own keys of the JSON. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** `params` of the JSON; the parameters' values if not given. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** What a person should know of the result; goes to stderr. */
  readonly notices?: readonly string[];
  /** What `--output` becomes, at once or piece by piece; asked for only if it was given. */
  readonly output: (format: TableFormat) => string | AsyncIterable<string>;
}

/** A world that is about to take its steps. Whoever runs it ends its scope. */
export interface EnteredRun<W extends World> {
  readonly world: W;
  /** Called after each step. */
  onStep?(): void;
  report(): HeadlessReport;
}

/** A run that was checked as far as it can be before anything is computed. */
export interface PreparedRun<W extends World> {
  /** @param signal ends what comes before the first step */
  enter(compute: Backend, signal: AbortSignal): Promise<EnteredRun<W>>;
}

/** How a study is watched, and ended before its end. */
export interface StudyOptions {
  readonly signal: AbortSignal;
  /** @param fraction of what is spoken of, from 0 to 1 */
  onProgress(what: string, fraction: number): void;
}

/** A study that was checked as far as it can be before anything is computed. */
export interface PreparedStudy {
  /** Why only the CPU can do it, as a sentence; it then runs there, whatever was asked for. */
  readonly onlyOnCpu?: string;
  run(compute: Backend, options: StudyOptions): Promise<HeadlessReport>;
}

/** A measurement that is no run of a world: it takes no step. */
export interface Study<T extends ParameterTable, O extends OptionTable> {
  /** The parameters and options that have a part in it; others are refused. */
  readonly takes: readonly (keyof T | keyof O)[];
  /** @throws InputError that says what to change in the call or its input */
  prepare(call: HeadlessCall<T, O>, reading: ReadOptions): PreparedStudy | Promise<PreparedStudy>;
}

interface Declared<T extends ParameterTable, O extends OptionTable> {
  /** One line: what the scene computes. */
  readonly help: string;
  /** Options that only the headless run has; one of a parameter's name stands in its place. */
  readonly options?: O;
  readonly families?: readonly OptionFamily[];
  /** What a parameter is here, where the panel's help does not fit. */
  readonly words?: Readonly<Partial<Record<keyof T & string, string>>>;
  /** Common options that have a use only in some scenes. */
  readonly takes?: readonly 'input'[];
  /** What to do instead of a common option that has no use here: “give a formula with --f”. */
  readonly instead?: Readonly<Partial<Record<'input' | 'steps' | 'seed', string>>>;
  /** Studies by the option that asks for them. */
  readonly studies?: Readonly<Partial<Record<keyof O & string, Study<T, O>>>>;
}

/**
 * What a scene brings for the headless run, beside its definition. A call is a run of the scene's
 * world, or the study that an option asks for. What a run is, is said in one of two ways:
 *
 * - `report` alone: the scene enters its world with the values, and this says what it has come to.
 * - `prepare`: the world is entered in a way of its own, with points of a file, say.
 *
 * A scene whose plain call is no run of its world has a `study` in their place.
 */
export type HeadlessSide<
  T extends ParameterTable = ParameterTable,
  W extends World<ParameterValues<T>> = World<ParameterValues<T>>,
  O extends OptionTable = OptionTable,
> = Declared<T, O> &
  (
    | { report(world: W, call: HeadlessCall<T, O>): HeadlessReport }
    | {
        /** @throws InputError that says what to change in the call or its input */
        prepare(
          call: HeadlessCall<T, O>,
          reading: ReadOptions,
        ): PreparedRun<W> | Promise<PreparedRun<W>>;
      }
    | { readonly study: Study<T, O> }
  );
