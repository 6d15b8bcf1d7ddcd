import { quoted } from '../base/quoted.ts';
import { missingStep } from './missing-step.ts';
import type { OpenScene } from './open-scene.ts';
import type { PageState } from './page-state.ts';

/** What of an address' state an open scene does not have, a sentence each. */
export function unreached({ session, lesson }: OpenScene, state: PageState): string[] {
  const { page, picked, step, phase } = state;
  const { world, scene } = session;
  const all: string[] = [];
  if (page !== null && lesson.current !== page) all.push(`there is no page ${quoted(page)}`);
  if (picked !== null && session.picked !== picked) all.push(`there is no point ${picked}`);
  const missing = step === null ? null : missingStep(step, world);
  if (missing !== null) all.push(missing);
  // The last phase is the motion, which is not stood still at.
  const last = scene.phases.length - 1;
  if (phase !== null && phase >= last) all.push(`a step stands still in phases 1 to ${last} only`);
  return all;
}
