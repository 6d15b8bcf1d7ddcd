/**
 * Runs one thing after another, in the order in which they were asked for. One that fails is its
 * caller's to handle; the next still gets its turn.
 */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(act: () => Promise<T>): Promise<T> => {
    const result = last.then(act);
    last = result.catch(() => undefined);
    return result;
  };
}
