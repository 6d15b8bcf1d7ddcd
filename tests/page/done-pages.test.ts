import { afterEach, expect, it, vi } from 'vitest';
import { createDonePages } from '../../src/page/done-pages.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser's store, as the standard has it. */
function stubStore(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
  return kept;
}

it('knows in the next visit what was done, and which scene’s page it was', () => {
  stubStore();
  createDonePages().add('matmul/welcome');
  createDonePages().add('matmul/letters');
  const later = createDonePages();
  expect(later.has('matmul/welcome')).toBe(true);
  expect(later.has('matmul/letters')).toBe(true);
  expect(later.has('meanshift/welcome')).toBe(false);
});

it('keeps what two tabs have done', () => {
  stubStore();
  const [one, other] = [createDonePages(), createDonePages()];
  one.add('matmul/welcome');
  other.add('matmul/letters');
  const later = createDonePages();
  expect(later.has('matmul/welcome')).toBe(true);
  expect(later.has('matmul/letters')).toBe(true);
});

it('forgets all of it, and leaves nothing behind', () => {
  const kept = stubStore();
  const pages = createDonePages();
  pages.add('matmul/welcome');
  expect(kept.size).toBe(1);
  pages.forget();
  expect(pages.has('matmul/welcome')).toBe(false);
  expect(kept.size).toBe(0);
  expect(createDonePages().has('matmul/welcome')).toBe(false);
});

it('takes nothing from a store that was written by something else', () => {
  stubStore({ 'meanfield-done': '<b> matmul/welcome ../.. /' });
  const pages = createDonePages();
  expect(pages.has('matmul/welcome')).toBe(true);
  for (const key of ['<b>', '../..', '/', '']) expect(pages.has(key), key).toBe(false);
});

it('works where the browser keeps nothing', () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  const pages = createDonePages();
  pages.add('matmul/welcome');
  expect(pages.has('matmul/welcome')).toBe(true);
  pages.forget();
  expect(pages.has('matmul/welcome')).toBe(false);
});
