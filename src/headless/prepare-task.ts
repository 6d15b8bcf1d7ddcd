import type { Backend } from '../gpu/backend.ts';
import type { ReadOptions } from '../io/read-options.ts';
import type { HeadlessScene } from '../scenes/headless-registry.ts';
import type {
  HeadlessCall,
  HeadlessReport,
  PreparedRun,
  StudyOptions,
} from '../scenes/headless-side.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { World } from '../world/world.ts';
import type { ReadCall } from './make-call.ts';
import type { Task } from './task.ts';

type AnyWorld = World<ParameterValues<ParameterTable>>;

export interface Outcome extends HeadlessReport {
  /** How many were taken. */
  readonly steps: number;
}

/** What a call asks for, checked as far as it can be before anything is computed. */
export interface PreparedTask {
  /** Why only the CPU can do it, as a sentence. */
  readonly onlyOnCpu?: string;
  run(compute: Backend, options: StudyOptions): Promise<Outcome>;
}

/** @throws InputError that says what to change in the call or its input */
export async function prepareTask(
  scene: HeadlessScene,
  { study }: Task,
  asked: ReadCall,
  reading: ReadOptions,
): Promise<PreparedTask> {
  const { call } = asked;
  if (!study) return takeSteps(scene, await prepareRun(scene, call, reading), asked);
  const { run, ...rest } = await study.prepare(call, reading);
  return { ...rest, run: async (...args) => ({ ...(await run(...args)), steps: 0 }) };
}

async function prepareRun(
  { scene, side }: HeadlessScene,
  call: HeadlessCall,
  reading: ReadOptions,
): Promise<PreparedRun<AnyWorld>> {
  if ('prepare' in side) return side.prepare(call, reading);
  if ('study' in side) throw new Error('a scene with a study in its place has no run');
  return {
    async enter(compute) {
      const world = await scene.enter(call.values, compute);
      const params = resultValues(scene.parameters, call.values);
      return { world, report: () => ({ params, ...side.report(world, call) }) };
    },
  };
}

/** Those that have a part in the result. */
const resultValues = (table: HeadlessScene['scene']['parameters'], values: object) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => table[name].effect !== 'view'));

/** The one run of every scene: enter, take the steps, report, leave. */
function takeSteps(
  { scene }: HeadlessScene,
  prepared: PreparedRun<AnyWorld>,
  { steps, maxSteps, call: { untilConverged } }: ReadCall,
): PreparedTask {
  const most = untilConverged ? maxSteps : steps;
  return {
    async run(compute, { signal, onProgress }) {
      const { world, onStep, report } = await prepared.enter(compute, signal);
      try {
        await scene.run(world, {
          steps: most,
          untilAtRest: untilConverged,
          signal,
          onProgress: (step, fraction) =>
            onProgress(`step ${step} of ${untilConverged ? 'at most ' : ''}${most}`, fraction),
          ...(onStep ? { onStep } : {}),
        });
        const reported = report();
        const params = { ...reported.params, untilConverged, maxSteps };
        return { ...reported, params, steps: world.step };
      } finally {
        world.scope.end();
      }
    },
  };
}
