import { describe, expect, it, vi } from 'vitest';
import { nextTask } from '../../src/base/next-task.ts';
import { DeviceLostError } from '../../src/gpu/device-lost-error.ts';
import { watchLoss } from '../../src/gpu/watch-loss.ts';

/** A device that is lost when it is told to be. */
function lossable() {
  let tell: (info: GPUDeviceLostInfo) => void = () => undefined;
  const lost = new Promise<GPUDeviceLostInfo>((resolve) => {
    tell = resolve;
  });
  const lose = (message: string) => {
    tell({ reason: 'unknown', message, __brand: 'GPUDeviceLostInfo' });
    return nextTask();
  };
  return { watch: watchLoss({ lost }), lose };
}
const never = new Promise<never>(() => undefined);

describe('a watch for the loss of a device', () => {
  it('passes on what is answered in time', async () => {
    const { watch } = lossable();
    expect(await watch.unlessLost(Promise.resolve(7))).toBe(7);
    await expect(watch.unlessLost(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('ends all that waits at the loss, and all that is asked later', async () => {
    const { watch, lose } = lossable();
    const early = [watch.unlessLost(never), watch.unlessLost(never)].map((it) =>
      it.catch((error: unknown) => error),
    );
    await lose('The driver was reset');
    const late = watch.unlessLost(never).catch((error: unknown) => error);
    for (const waiting of [...early, late]) {
      const error = await waiting;
      expect(error).toBeInstanceOf(DeviceLostError);
      expect(error).toMatchObject({
        name: 'DeviceLostError',
        message: 'The GPU was lost: The driver was reset.',
      });
    }
    expect(await watch.lost).toBe('The GPU was lost: The driver was reset.');
  });

  it.each([
    ['One line\nand a second one', 'One line'],
    ['It ends with a stop.', 'It ends with a stop'],
    ['a.b is in the middle', 'a.b is in the middle'],
    ['   ', 'no reason given'],
    ['', 'no reason given'],
    ['x'.repeat(121), 'x'.repeat(120)],
    [`${'x'.repeat(118)}  and more`, 'x'.repeat(118)],
    ['  begins with blanks', 'begins with blanks'],
  ])('tells the reason in one short sentence: %j', async (message, reason) => {
    const { watch, lose } = lossable();
    await lose(message);
    expect(await watch.lost).toBe(`The GPU was lost: ${reason}.`);
  });

  it('takes an error for the loss that it comes from, though it is told of the loss later', async () => {
    const { watch, lose } = lossable();
    const error = new Error('the buffer is gone');
    expect(await watch.causeOf(error)).toBe(error);
    const cause = watch.causeOf(error);
    await lose('unplugged');
    expect(await cause).toBeInstanceOf(DeviceLostError);
  });

  it('tells nobody of a loss that was wanted', async () => {
    const { watch, lose } = lossable();
    const told = vi.fn();
    void watch.lost.then(told);
    void watch.unlessLost(never).catch(told);
    watch.end();
    const error = new Error('late');
    const cause = watch.causeOf(error);
    await lose('destroyed');
    expect(told).not.toHaveBeenCalled();
    expect(await cause).toBe(error);
  });

  it('keeps nothing of what was answered', async () => {
    const added = vi.spyOn(Set.prototype, 'add');
    const { watch } = lossable();
    const answered = watch.unlessLost(Promise.resolve(1));
    const waiting = added.mock.contexts.at(-1) as Set<unknown>;
    added.mockRestore();
    expect(waiting.size).toBe(1);
    await answered;
    await nextTask();
    expect(waiting.size).toBe(0);
  });
});
