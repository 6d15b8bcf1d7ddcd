import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentKeys } from '../../src/page/embed-protocol.ts';
import { limitRate } from '../../src/page/limit-rate.ts';
import { readEmbedMessage } from '../../src/page/read-embed-message.ts';

const seed = 12;

const request = (fields: object) => readEmbedMessage({ meanfield: 1, id: 1, ...fields });
const sentenceOf = (data: unknown) => {
  const read = readEmbedMessage(data);
  return read.kind === 'refused' ? read.sentence : read.kind;
};

describe('a message from around the page', () => {
  it('is none of ours without the key meanfield, whatever it is', () => {
    for (const data of [null, undefined, 3, 'meanfield', [], {}, { id: 1, call: 'play' }, [1]]) {
      expect(readEmbedMessage(data)).toEqual({ kind: 'ignored' });
    }
  });

  it('is read, and what nobody knows is passed over', () => {
    expect(request({ call: 'goTo', step: 3, colour: 'mauve' })).toEqual({
      kind: 'request',
      request: { id: 1, call: 'goTo', step: 3 },
    });
    expect(request({ id: 'a', call: 'set', values: { bandwidth: 4, kernel: null } })).toEqual({
      kind: 'request',
      request: { id: 'a', call: 'set', values: { bandwidth: 4, kernel: null } },
    });
    expect(request({ call: 'get' })).toMatchObject({ request: { names: null } });
    expect(request({ call: 'subscribe' })).toMatchObject({ request: { to: momentKeys } });
    expect(request({ call: 'subscribe', to: ['step'] })).toMatchObject({
      request: { to: ['step'] },
    });
  });

  it('is refused in a sentence that names what is wrong and what to give', () => {
    const base = { meanfield: 1, id: 1 };
    for (const [data, said] of [
      [{ ...base, meanfield: 2, call: 'play' }, 'meanfield must be 1, the version'],
      [{ ...base, meanfield: '1', call: 'play' }, 'meanfield must be 1'],
      [{ meanfield: 1, call: 'play' }, 'id must be a number'],
      [{ ...base, id: Number.NaN, call: 'play' }, '“NaN”'],
      [{ ...base, id: 'x'.repeat(101), call: 'play' }, 'up to 100 characters'],
      [{ ...base, id: {}, call: 'play' }, 'an object'],
      [base, 'call must be one of hello, '],
      [{ ...base, call: 'constructor' }, '“constructor”'],
      [{ ...base, call: '__proto__' }, '“__proto__”'],
      [{ ...base, call: 'goTo' }, 'step must be a whole number from 0 to 100000, not nothing'],
      [{ ...base, call: 'goTo', step: 1.5 }, '“1.5”'],
      [{ ...base, call: 'goTo', step: -1 }, '“-1”'],
      [{ ...base, call: 'goTo', step: '3' }, 'step must be a whole number'],
      [{ ...base, call: 'goTo', step: 1e99 }, '“1e+99”'],
      [{ ...base, call: 'set' }, 'values must be like'],
      [{ ...base, call: 'set', values: [] }, 'a list'],
      [{ ...base, call: 'set', values: {} }, 'values must name 1 to'],
      [{ ...base, call: 'set', values: { bandwidth: {} } }, '“bandwidth” must be given a number'],
      [{ ...base, call: 'set', values: { bandwidth: true } }, '“true”'],
      [{ ...base, call: 'get', names: 'bandwidth' }, 'names must be a list'],
      [{ ...base, call: 'get', names: [1] }, 'names must be a list'],
      [{ ...base, call: 'scene', name: 3 }, 'name must be a text, not “3”'],
      [{ ...base, call: 'subscribe', to: [] }, 'to must be a list of scene, step'],
      [{ ...base, call: 'subscribe', to: ['steps'] }, '“steps”'],
    ] as const) {
      expect(sentenceOf(data), JSON.stringify(data)).toContain(said);
    }
  });

  it('names the request it refuses, where that has a name', () => {
    expect(readEmbedMessage({ meanfield: 1, id: 'mine', call: 'fly' })).toMatchObject({
      id: 'mine',
    });
    expect(readEmbedMessage({ meanfield: 1, id: [], call: 'play' })).toMatchObject({ id: null });
  });

  it('never breaks the reader, and never takes more than a line to refuse', () => {
    const calls = ['get', 'set', 'goTo', 'scene', 'subscribe', 'play'];
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    const message = fc.record(
      {
        meanfield: fc.oneof(fc.constant(1), anything),
        id: fc.oneof(fc.nat(), fc.string(), anything),
        call: fc.oneof(fc.constantFrom(...calls), anything),
        values: fc.oneof(fc.dictionary(fc.string(), anything), anything),
        step: anything,
        name: anything,
        names: anything,
        to: fc.oneof(fc.array(anything), anything),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(message, anything), (data) => {
        const read = readEmbedMessage(data);
        if (read.kind === 'refused') {
          expect(read.sentence.length).toBeLessThan(200);
          expect(read.sentence).not.toMatch(/[\n\r\u2028]/);
        }
        if (read.kind === 'request' && read.request.call === 'goTo') {
          expect(Number.isInteger(read.request.step)).toBe(true);
        }
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('reaches no prototype', () => {
    const values = JSON.parse('{"__proto__": 3}');
    const read = request({ call: 'set', values });
    expect(read.kind).toBe('request');
    expect(Object.hasOwn({}, 'meanfield')).toBe(false);
    if (read.kind !== 'request' || read.request.call !== 'set') throw new Error('not read');
    expect(Object.entries(read.request.values)).toEqual([['__proto__', 3]]);
  });
});

describe('messages without end', () => {
  it('are taken up to a number in a while, one is refused, and the rest is not read', () => {
    let now = 0;
    const rate = limitRate(3, 100, () => now);
    const turns = () => Array.from({ length: 6 }, () => rate.take());
    const first = ['taken', 'taken', 'taken', 'last', 'over', 'over'];
    expect(turns()).toEqual(first);
    now = 99;
    expect(rate.take()).toBe('over');
    now = 100;
    expect(turns()).toEqual(first);
  });
});

describe('docs/embedding.md', () => {
  const text = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');

  it('has every call, and every key of a moment', () => {
    const said = sentenceOf({ meanfield: 1, id: 1, call: '' });
    const calls = /one of (.*), not/.exec(said)?.[1].split(', ') ?? [];
    expect(calls.length).toBe(14);
    for (const call of calls) expect(text).toContain(`\`${call}\``);
    for (const key of momentKeys) expect(text).toMatch(new RegExp(`^ {2}${key}:`, 'm'));
  });
});
