import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncer } from '../../src/page/announcer.ts';

describe('the announcer', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('speaks at most every second and a half, and never loses the last sentence', () => {
    const said: string[] = [];
    const announcer = createAnnouncer((sentence) => said.push(sentence));
    for (const sentence of ['one', 'two', 'three']) announcer.announce(sentence);
    expect(said).toEqual(['one']);
    vi.advanceTimersByTime(1499);
    expect(said).toEqual(['one']);
    vi.advanceTimersByTime(1);
    expect(said).toEqual(['one', 'three']);
    announcer.announce('four');
    vi.advanceTimersByTime(1500);
    expect(said).toEqual(['one', 'three', 'four']);
  });

  it('does not repeat itself', () => {
    const said: string[] = [];
    const announcer = createAnnouncer((sentence) => said.push(sentence));
    announcer.announce('one');
    announcer.announce('one');
    vi.advanceTimersByTime(5000);
    announcer.announce('one');
    expect(said).toEqual(['one']);
    announcer.dispose();
  });
});
