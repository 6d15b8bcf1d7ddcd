/**
 * Times contestants in one process, turn by turn, so that what else the machine does meets all of them.
 *
 * @param {readonly {
 *   name: string, adapter?: string | null, kernel?: string,
 *   take: () => Promise<unknown>, result?: () => unknown, again?: () => Promise<void>
 * }[]} contestants the first is what the others are measured by; `again` and `result` are not timed
 * @param {number} rounds
 * @param {(result: unknown, contestant: object) => number} errorOf throws where a result is wrong: then
 *   its time says nothing
 * @returns {Promise<object[]>} a row each: median, least and largest ms; how many times as fast as the
 *   first (median, least and largest of the rounds' ratios); the largest error
 */
export async function takeTurns(contestants, rounds, errorOf) {
  const taken = contestants.map(() => ({ times: [], error: 0 }));
  // The first two rounds warm up.
  for (let round = -2; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      await contestant.again?.();
      const begun = performance.now();
      const given = await contestant.take();
      const ms = performance.now() - begun;
      const result = contestant.result ? await contestant.result() : given;
      taken[i].error = Math.max(taken[i].error, errorOf(result, contestant));
      if (round >= 0) taken[i].times.push(ms);
    }
  }
  const [first] = taken;
  return contestants.map(({ name, adapter = null, kernel = null }, i) => {
    const { times, error } = taken[i];
    const ratios = times.map((ms, round) => first.times[round] / ms);
    return {
      contestant: name,
      adapter,
      kernel,
      medianMs: median(times),
      leastMs: Math.min(...times),
      mostMs: Math.max(...times),
      timesAsFast: median(ratios),
      leastRatio: Math.min(...ratios),
      mostRatio: Math.max(...ratios),
      error,
    };
  });
}

/** The largest of some errors; NaN where one of them is no number. */
export const largest = (errors) => errors.reduce((most, error) => Math.max(most, error), 0);

/** A row's figures, as a table has them. */
export const figuresOf = ({ medianMs, timesAsFast, leastRatio, mostRatio, error }) =>
  `${medianMs.toFixed(1).padStart(8)} ms  ${timesAsFast.toFixed(2).padStart(6)} ` +
  `(${leastRatio.toFixed(2)} to ${mostRatio.toFixed(2)})  error ${error.toExponential(1)}`;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
