import { describe, expect, it, vi } from 'vitest';
import { sceneContents, sceneNames } from '../../src/scenes/registry.ts';
import type { LessonPage } from '../../src/view/lesson-page.ts';

// pixi asks which browser it is in; nothing is drawn here.
vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: '' }));

const lessons = import.meta.glob<{ lesson: readonly LessonPage[] }>(
  '../../src/scenes/*/lesson/lesson.ts',
  { eager: true },
);
const lessonOf = (scene: string) =>
  lessons[`../../src/scenes/${scene}/lesson/lesson.ts`]?.lesson ?? [];

describe.each(sceneNames)('the lesson of %s', (scene) => {
  const pages = lessonOf(scene);

  it('is listed as it is, so that it can be found from another scene', () => {
    const titles = pages.map(({ id, title, time }) => (time ? { id, title, time } : { id, title }));
    expect(sceneContents(scene)).toEqual(titles);
    expect(titles.length).toBeGreaterThan(0);
  });

  it('has names that an address and what a browser keeps can hold', () => {
    const ids = pages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it('says where each page but the first begins', () => {
    for (const { id, state } of pages.slice(1)) {
      expect(state.values, id).toBeDefined();
      expect(state.step, id).toBeGreaterThanOrEqual(0);
      expect(state.playing, id).toBeDefined();
      // A phase is shown only by phase.
      if (state.phase !== undefined) expect(state.byPhase, id).toBe(true);
    }
  });

  it('asks for guesses that can be right and wrong', () => {
    for (const { id, question } of pages) {
      const { guess } = question;
      if (!guess) continue;
      expect(guess.choices.length, id).toBeGreaterThan(1);
      expect(new Set(guess.choices).size, id).toBe(guess.choices.length);
      expect(guess.choices[guess.right], id).toBeDefined();
    }
  });
});

it('is one story of 27 pages through the scenes in the lesson’s order', () => {
  expect(sceneNames).toEqual(['matmul', 'meanshift', 'derivatives']);
  expect(sceneNames.flatMap(sceneContents)).toHaveLength(27);
});
