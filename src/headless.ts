import { resolve } from 'node:path';
import { InputError } from './base/input-error.ts';
import { shorten } from './base/shorten.ts';
import { DeviceLostError } from './gpu/device-lost-error.ts';
import type { BackendChoice } from './gpu/open-backend.ts';
import { checkOutput } from './headless/check-output.ts';
import { generalHelp, sceneHelp } from './headless/help-text.ts';
import { openNodeBackend } from './headless/open-node-backend.ts';
import { createProgress } from './headless/progress.ts';
import { readArguments } from './headless/read-arguments.ts';
import { readInput } from './headless/read-input.ts';
import { type ReservedOutput, reserveOutput } from './headless/reserve-output.ts';
import { jsonText } from './io/json-text.ts';
import { headlessSceneNames, loadHeadlessScene } from './scenes/headless-registry.ts';
import type { HeadlessRequest } from './scenes/headless-scene.ts';
import { flagName } from './world/flag-name.ts';

export interface HeadlessStreams {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Hears of a file that is left behind if the process is killed by force; null once it is gone. */
  partial?(path: string | null): void;
  /** What relative file names are relative to. */
  readonly folder: string;
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
  if (name === '--help' || name === '-h')
    return generalHelp(rest.length > 0 ? rest : headlessSceneNames);
  if (name === undefined || name.startsWith('-')) {
    throw new InputError(`name a scene first: ${headlessSceneNames.join(', ')}`);
  }
  const scene = await loadHeadlessScene(name);
  if (rest.includes('--help') || rest.includes('-h')) return sceneHelp(name, scene);
  const { values, files } = readArguments(rest, scene);
  const { steps, seed, backend, input, output, ...given } = values;

  if (input !== undefined && scene.without?.input) throw new InputError(scene.without.input);
  const inFolder = (file: unknown) =>
    file === undefined ? null : { name: String(file), path: resolve(streams.folder, String(file)) };
  const from = inFolder(input);
  const to = inFolder(output);
  const named = await readFiles(files, streams.folder);
  const inputPaths = [from?.path, ...named.map(({ path }) => path)].filter(
    (it) => it !== undefined,
  );
  const target = to && (await checkOutput(to.path, to.name, inputPaths));
  const progress = createProgress(streams.stderr);
  const request: HeadlessRequest = {
    given,
    backend: (backend ?? 'auto') as BackendChoice,
    steps: steps === undefined ? null : Number(steps),
    seed: seed === undefined ? null : Number(seed),
    input: from && { name: from.name, bytes: await readInput(from.path, from.name, '--input') },
    files: Object.fromEntries(
      Object.keys(files).map((option) => [option, named.filter((it) => it.option === option)]),
    ),
    output: to?.name ?? null,
  };
  const prepared = await scene.prepare(request, { progress });

  const { onlyOnCpu } = prepared;
  const choice = onlyOnCpu === undefined ? ((backend ?? 'auto') as BackendChoice) : 'cpu';
  const compute = await openNodeBackend(choice);
  if (backend !== 'cpu' && compute.kind === 'cpu')
    streams.stderr(`notice: running on the CPU: ${onlyOnCpu ?? compute.reason}\n`);
  let reserved: ReservedOutput | null = null;
  try {
    reserved = target && (await reserveOutput(target, streams.partial));
    const begun = performance.now();
    // Work on a device that is lost may never end.
    const lost = compute.lost.then((sentence) => Promise.reject(new DeviceLostError(sentence)));
    const result = await Promise.race([prepared.run(compute, progress), lost]);
    const elapsedMs = performance.now() - begun;
    const notices = [...(result.notices ?? [])];
    if (steps !== undefined && scene.without?.steps) {
      notices.push(`${name} takes no steps; --steps changes nothing`);
    }
    for (const notice of notices) streams.stderr(`notice: ${notice}\n`);
    await reserved?.write(result.output);
    const { params, report } = result;
    const common = { scene: name, backend: compute.kind, adapter: compute.adapter };
    const taken = { seed: result.seed, steps: result.steps };
    return `${jsonText({ ...common, ...taken, params, elapsedMs, ...report })}\n`;
  } finally {
    await reserved?.release();
    compute.dispose();
  }
}

/** The files that options name, read. */
async function readFiles(files: Readonly<Record<string, readonly string[]>>, folder: string) {
  const named = Object.entries(files).flatMap(([option, names]) =>
    names.map((name) => ({ option, name, path: resolve(folder, name) })),
  );
  return Promise.all(
    named.map(async (file) => ({
      ...file,
      bytes: await readInput(file.path, file.name, `--${flagName(file.option)}`),
    })),
  );
}
