import { describe, expect, it } from 'vitest';
import { createOpening, openingMs } from '../../src/page/opening.ts';

/** A scene at rest at step 0, as the opening knows it. */
function atRest() {
  const scene = { playing: false, step: 0, plays: 0, changes: 0 };
  const opening = createOpening({
    player: () => ({
      playing: scene.playing,
      play() {
        scene.plays += 1;
        scene.playing = true;
      },
    }),
    step: () => scene.step,
    changed() {
      scene.changes += 1;
    },
  });
  return { scene, opening };
}

describe('the opening of a scene', () => {
  it('rests for about two seconds, and then plays once', () => {
    expect(openingMs).toBeGreaterThanOrEqual(1500);
    expect(openingMs).toBeLessThanOrEqual(3000);
    const { scene, opening } = atRest();
    opening.begin();
    opening.advance(openingMs - 1);
    expect([opening.isUnderWay, scene.plays]).toEqual([true, 0]);
    opening.advance(1);
    expect([opening.isUnderWay, scene.plays]).toEqual([false, 1]);
    opening.advance(10 * openingMs);
    expect(scene.plays).toBe(1);
  });

  it('does not begin by itself, and no time passes where the page is not seen', () => {
    const { scene, opening } = atRest();
    opening.advance(2 * openingMs);
    expect([opening.isUnderWay, scene.plays]).toEqual([false, 0]);
    opening.begin();
    // A page that is hidden gets no frames.
    expect(opening.passed).toBe(0);
  });

  it('is left at rest by a press', () => {
    const { scene, opening } = atRest();
    opening.begin();
    opening.advance(openingMs / 2);
    opening.end();
    opening.advance(10 * openingMs);
    expect([opening.isUnderWay, scene.plays]).toEqual([false, 0]);
  });

  it('is over where the scene was moved by something else', () => {
    for (const moved of [{ playing: true }, { step: 1 }]) {
      const { scene, opening } = atRest();
      opening.begin();
      Object.assign(scene, moved);
      opening.advance(1);
      expect(opening.isUnderWay).toBe(false);
      opening.advance(10 * openingMs);
      expect(scene.plays).toBe(0);
    }
  });

  it('shows how much of it is over: eased, from nothing to all, the same on both sides of its middle', () => {
    const { opening } = atRest();
    opening.begin();
    const seen: number[] = [];
    for (let i = 0; i < 8; i++) {
      seen.push(opening.passed);
      opening.advance(openingMs / 8);
    }
    expect(seen[0]).toBe(0);
    expect(seen[4]).toBeCloseTo(0.5, 10);
    for (let i = 1; i < 8; i++) {
      expect(seen[i]).toBeGreaterThan(seen[i - 1]);
      expect(seen[i] + seen[8 - i]).toBeCloseTo(1, 10);
    }
    // Slow at its ends.
    expect(seen[1]).toBeLessThan(1 / 8);
  });

  it('tells when it begins and when it ends, and not in between', () => {
    const { scene, opening } = atRest();
    opening.begin();
    opening.begin();
    opening.advance(1);
    expect(scene.changes).toBe(1);
    opening.end();
    opening.end();
    expect(scene.changes).toBe(2);
  });
});
