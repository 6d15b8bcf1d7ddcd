import { resolve } from 'node:path';
import { InputError } from './base/input-error.ts';
import { shorten } from './base/shorten.ts';
import { DeviceLostError } from './gpu/device-lost-error.ts';
import type { BackendChoice } from './gpu/open-backend.ts';
import { checkOutput } from './headless/check-output.ts';
import { chooseTask } from './headless/choose-task.ts';
import { generalHelp, sceneHelp } from './headless/help-text.ts';
import { makeCall } from './headless/make-call.ts';
import { openNodeBackend } from './headless/open-node-backend.ts';
import { optionsOf } from './headless/options-of.ts';
import { type PreparedTask, prepareTask } from './headless/prepare-task.ts';
import { createProgress } from './headless/progress.ts';
import { readArguments } from './headless/read-arguments.ts';
import { namedFiles, readFiles } from './headless/read-files.ts';
import { type ReservedOutput, reserveOutput } from './headless/reserve-output.ts';
import { untilLost } from './headless/until-lost.ts';
import { jsonText } from './io/json-text.ts';
import { loadHeadlessScene } from './scenes/headless-registry.ts';
import { sceneNames } from './scenes/registry.ts';

export interface HeadlessStreams {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Hears of a file that is left behind if the process is killed by force; null once it is gone. */
  partial?(path: string | null): void;
  /** What relative file names are relative to. */
  readonly folder: string;
  /** Ends the run, which then leaves nothing behind; its exit status is 1. */
  readonly signal?: AbortSignal;
}

/** Of what goes wrong on the machine; an InputError holds its own. */
const mostCharacters = 190;

/**
 * The scenes with no page; the contract is in docs/headless.md.
 *
 * @param argv the scene's name and its options
 * @returns the exit status: 0 done, 2 the call or its input is at fault, 1 anything else
 */
export async function runHeadless(
  argv: readonly string[],
  streams: HeadlessStreams,
): Promise<0 | 1 | 2> {
  try {
    streams.stdout(await answer(argv, streams));
    return 0;
  } catch (error) {
    const isInput = error instanceof InputError;
    const said = error instanceof Error ? error.message : String(error);
    const isLoss = error instanceof DeviceLostError;
    const message = isLoss
      ? `${said.replace(/\.$/, '')}; run it again, or with --backend cpu`
      : said;
    streams.stderr(`error: ${shorten(message.replaceAll(/\s*\n\s*/g, ' '), mostCharacters)}\n`);
    if (!isInput && process.env.DEBUG && error instanceof Error) streams.stderr(`${error.stack}\n`);
    return isInput ? 2 : 1;
  }
}

async function answer(argv: readonly string[], streams: HeadlessStreams): Promise<string> {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h') return generalHelp(rest.length > 0 ? rest : sceneNames);
  if (name === undefined || name.startsWith('-')) {
    throw new InputError(`name a scene first: ${sceneNames.join(', ')}`);
  }
  const scene = await loadHeadlessScene(name);
  if (rest.includes('--help') || rest.includes('-h')) return sceneHelp(name, scene);
  const given = readArguments(rest, optionsOf(scene));
  const names = [...Object.keys(given.values), ...Object.keys(given.files)];
  const task = chooseTask(name, scene, new Set(names));

  const { output } = given.values;
  const inputs = namedFiles(given.files, streams.folder);
  const target =
    output === undefined
      ? null
      : await checkOutput(
          resolve(streams.folder, String(output)),
          String(output),
          inputs.map(({ path }) => path),
        );
  const asked = makeCall(scene, given, await readFiles(inputs));
  const progress = createProgress(streams.stderr);
  const { signal = new AbortController().signal } = streams;
  const prepared = await prepareTask(scene, task, asked, { progress, signal });
  const { compute, notice } = await openFor(prepared, asked.call.backend);
  if (notice) streams.stderr(`notice: ${notice}\n`);
  let reserved: ReservedOutput | null = null;
  try {
    reserved = target && (await reserveOutput(target, streams.partial));
    const begun = performance.now();
    const result = await untilLost(compute, signal, (ending) =>
      prepared.run(compute, {
        signal: ending,
        onProgress: (what, fraction) => progress(`${what}, ${Math.floor(100 * fraction)} %`),
      }),
    );
    const elapsedMs = performance.now() - begun;
    for (const said of result.notices ?? []) streams.stderr(`notice: ${said}\n`);
    const { output: written } = asked.call;
    if (written) await reserved?.write(result.output(written.format));
    const { steps, params, keys } = result;
    const common = { scene: name, backend: compute.kind, adapter: compute.adapter };
    return `${jsonText({ ...common, seed: asked.seed, steps, params, elapsedMs, ...keys })}\n`;
  } finally {
    await reserved?.release();
    compute.dispose();
  }
}

/** What computes; a notice where it is not what was asked for. */
async function openFor({ onlyOnCpu }: PreparedTask, choice: BackendChoice) {
  const compute = await openNodeBackend(onlyOnCpu === undefined ? choice : 'cpu');
  const isOther = choice !== 'cpu' && compute.kind === 'cpu';
  return { compute, notice: isOther ? `running on the CPU: ${onlyOnCpu ?? compute.reason}` : null };
}
