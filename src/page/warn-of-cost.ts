import type { Session } from './session.ts';
import type { Values } from './values-owner.ts';

/** A step that takes longer than this is warned of. */
const longMs = 1000;

/**
 * Values are taken over whatever they cost, but when they make a step long the person hears how
 * long it would be, and can go back to the values before.
 *
 * @returns how to give the session values
 */
export function warnOfCost(session: Session): (given: Values) => void {
  /** What the person had before the values that are in question. */
  let former: Values | null = null;

  return (given) => {
    former ??= session.values;
    const back = former;
    const known = Math.max(longMs, session.costOf(back)?.ms ?? 0);
    const cost = session.costOf(given);
    session.setValues(given);
    const settle = () => {
      former = null;
    };
    if (!cost || cost.ms <= known) return settle();
    session.notify(
      `${cost.what}: about ${describeDuration(cost.ms)} a step on this machine.`,
      { label: 'keep', act: settle },
      {
        label: 'go back',
        act() {
          settle();
          session.setValues(back);
        },
      },
    );
  };
}

/** A length of time in round words: “40 s”, “3 min”. */
export function describeDuration(ms: number): string {
  const units = [
    { name: 's', ms: 1000 },
    { name: 'min', ms: 60_000 },
    { name: 'h', ms: 3_600_000 },
    { name: 'days', ms: 86_400_000 },
  ];
  const unit = units.findLast((it) => ms >= 1.5 * it.ms) ?? units[0];
  const amount = ms / unit.ms;
  const round = amount < 10 ? amount.toPrecision(1) : amount.toPrecision(2);
  return `${Number(round).toLocaleString('en')} ${unit.name}`;
}
