import type { ParameterTable } from '../world/parameters.ts';
import { addressKey } from './address-key.ts';
import type { EmbedMoment, EmbedValues, MomentKey } from './embed-protocol.ts';
import type { Session } from './session.ts';
import type { Values } from './values-owner.ts';

/** The moment that a session shows, as an embedding page is told of it. */
export function embedMoment(session: Session): EmbedMoment {
  const { scene, world, values, view } = session;
  const { description, playing, phase } = session.moment();
  const { step, summary, looked } = description;
  return {
    scene: scene.name,
    step,
    playing,
    atRest: world.atRest,
    phase: phase === null ? null : phase + 1,
    values: namedValues(scene.parameters, values),
    description: { summary, looked, caption: view.caption() },
  };
}

/** Values by the names that the address has for them. */
export function namedValues(table: ParameterTable, values: Values): EmbedValues {
  const entries = Object.keys(table).map((name) => [addressKey(name), values[name]]);
  return Object.fromEntries(entries);
}

/** What of a moment differs from the one before, among what is asked for; null if nothing does. */
export function changedMoment(
  before: Partial<EmbedMoment>,
  now: EmbedMoment,
  keys: readonly MomentKey[],
): Partial<EmbedMoment> | null {
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]));
  return changed.length === 0 ? null : pickMoment(now, changed);
}

/** The part of a moment that is asked for. */
export function pickMoment(moment: EmbedMoment, keys: readonly MomentKey[]): Partial<EmbedMoment> {
  return Object.fromEntries(keys.map((key) => [key, moment[key]]));
}
