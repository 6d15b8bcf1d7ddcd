import type { Backend } from '../../src/gpu/backend.ts';
import { makeCall } from '../../src/headless/make-call.ts';
import { optionsOf } from '../../src/headless/options-of.ts';
import { type Outcome, prepareTask } from '../../src/headless/prepare-task.ts';
import { readArguments } from '../../src/headless/read-arguments.ts';
import { tasksOf } from '../../src/headless/task.ts';
import { headlessOf } from '../../src/scenes/headless-registry.ts';
import type { HeadlessSide } from '../../src/scenes/headless-side.ts';
import type { AnyScene } from '../../src/scenes/scene.ts';

/**
 * Does what a scene does when a call asks for nothing else, as the command line would.
 *
 * @param side a `HeadlessSide` of whatever parameters and world
 * @param argv the words of the call after the scene's name
 */
export async function runTask(
  scene: AnyScene,
  side: unknown,
  argv: string,
  compute: Backend,
  onProgress: (what: string) => void = () => undefined,
): Promise<Outcome> {
  const both = { ...(await headlessOf(scene)), side: side as HeadlessSide };
  const asked = makeCall(both, readArguments(argv.split(' '), optionsOf(both)), {});
  const task = await prepareTask(both, tasksOf(both)[0], asked, {});
  return task.run(compute, { signal: new AbortController().signal, onProgress });
}
