import type { Shown } from '../../../view/scene-view.ts';
import { phases } from '../sim/phases.ts';

/** How far a step's picture is: 0 before it is read, then a quarter a phase, 1 when it is written. */
export function timeOf({ phase, progress }: Pick<Shown, 'phase' | 'progress'>): number {
  const each = 1 / phases.length;
  if (phase === null) return progress;
  // The last phase is the motion; the others stand as they end.
  return progress < 1 ? 1 - each + each * progress : (phase + 1) * each;
}

/** How much of a phase is over at a time. */
export function partOf(time: number, phase: number): number {
  const part = time * phases.length - phase;
  const t = Math.min(1, Math.max(0, part));
  // Slow, fast, slow: the eye follows better than at constant speed.
  return t * t * (3 - 2 * t);
}
