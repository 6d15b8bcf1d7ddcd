import { describe, expect, it } from 'vitest';
import { createSceneChoice } from '../../src/page/scene-choice.ts';

/** A page whose scenes open when the test says so, one after another. */
function pageWith(first: string) {
  let current: string | undefined = first;
  let turn: Promise<void> = Promise.resolve();
  const opened: string[] = [];
  const marks: (string | null)[] = [];
  const gates: (() => void)[] = [];
  const choice = createSceneChoice({
    current: () => current,
    open(name, isWanted) {
      turn = turn.then(async () => {
        if (!isWanted()) return;
        current = undefined;
        await new Promise<void>((resolve) => gates.push(resolve));
        current = name;
        opened.push(name);
      });
      return turn;
    },
    mark: (name) => marks.push(name),
  });
  return {
    choice,
    opened,
    marks,
    /** Lets the scene that is being opened be there. */
    async finish() {
      await new Promise(setImmediate);
      gates.shift()?.();
      await new Promise(setImmediate);
    },
  };
}

describe('the choice of a scene', () => {
  it('is marked until it is there', async () => {
    const { choice, marks, opened, finish } = pageWith('a');
    choice.choose('b');
    expect(marks).toEqual(['b']);
    await finish();
    expect([marks, opened]).toEqual([['b', null], ['b']]);
  });

  it('is none of the scene that is there', async () => {
    const { choice, marks, opened, finish } = pageWith('a');
    choice.choose('a');
    await finish();
    expect([marks, opened]).toEqual([[], []]);
  });

  it('opens it once, however often it is pressed', async () => {
    const { choice, opened, finish } = pageWith('a');
    for (let press = 0; press < 3; press++) choice.choose('b');
    await finish();
    choice.choose('b');
    await finish();
    expect(opened).toEqual(['b']);
  });

  it('is the last one that was made; what was passed over is not opened', async () => {
    const { choice, marks, opened, finish } = pageWith('a');
    choice.choose('b');
    await new Promise(setImmediate);
    choice.choose('c');
    choice.choose('d');
    await finish();
    await finish();
    expect(opened).toEqual(['b', 'd']);
    expect(marks).toEqual(['b', 'c', 'd', null]);
  });

  it('can be taken back before anything was done', async () => {
    const { choice, marks, opened, finish } = pageWith('a');
    choice.choose('b');
    choice.choose('a');
    await finish();
    expect([opened, marks.at(-1)]).toEqual([[], null]);
  });
});
