import { describe, expect, it } from 'vitest';
import { checkEmbedValues } from '../../src/page/check-embed-values.ts';
import { changedMoment } from '../../src/page/embed-moment.ts';
import type { EmbedMoment } from '../../src/page/embed-protocol.ts';
import { decodeState } from '../../src/page/page-state.ts';
import { parameters as derivatives } from '../../src/scenes/derivatives/parameters.ts';
import { parameters } from '../../src/scenes/meanshift/parameters.ts';

describe('values from around the page', () => {
  it('go by the names of the address, and of the panel', () => {
    expect(checkEmbedValues(parameters, { bandwidth: 4, kernel: 'triangular' })).toEqual({
      bandwidth: 4,
      kernel: 'triangular',
    });
    expect(checkEmbedValues(derivatives, { at: 2 })).toEqual({ at: 2 });
    expect(checkEmbedValues(derivatives, { x: 2, 'learning rate': '0.5' })).toEqual({
      at: 2,
      rate: 0.5,
    });
    expect(() => checkEmbedValues(derivatives, { x: 2, at: 3 })).toThrow('at is given twice');
  });

  it('are by default, or automatic, for null', () => {
    expect(checkEmbedValues(parameters, { bandwidth: null, batch: null })).toEqual({
      bandwidth: 2.5,
      batch: null,
    });
  });

  for (const [name, value] of [
    ['bandwidth', -1],
    ['bandwidth', Number.NaN],
    ['bandwidth', Number.POSITIVE_INFINITY],
    ['bandwidth', 'banana'],
    ['bandwidth', ''],
    ['kernel', 'boxy'],
    ['kernel', 3],
    ['samples', 1.5],
    ['seed', -3],
  ] as const) {
    it(`are refused as in the address: ${name} ${value}`, () => {
      const [said] = decodeState(`#v=1&${name}=${value}`, parameters).refused;
      expect(said).toContain(name);
      expect(() => checkEmbedValues(parameters, { batch: 7, [name]: value })).toThrow(said);
    });
  }

  it('are refused where the scene has none of that name', () => {
    for (const name of ['banana', '__proto__', 'constructor', '']) {
      const given = Object.defineProperty({}, name, { value: 1, enumerable: true });
      expect(() => checkEmbedValues(parameters, given)).toThrow(`this scene has no “${name}”`);
    }
  });
});

describe('what has changed of a moment', () => {
  const moment: EmbedMoment = {
    scene: 'meanshift',
    step: 3,
    playing: false,
    atRest: false,
    phase: null,
    values: { bandwidth: 2.5 },
    description: { summary: 'step 3', looked: '', caption: '' },
  };

  it('is what differs of what is asked for', () => {
    const keys = ['step', 'values'] as const;
    expect(changedMoment(moment, { ...moment, playing: true }, keys)).toBe(null);
    expect(changedMoment(moment, { ...moment, values: { bandwidth: 2.5 } }, keys)).toBe(null);
    expect(changedMoment(moment, { ...moment, step: 4, playing: true }, keys)).toEqual({ step: 4 });
    expect(changedMoment({}, moment, keys)).toEqual({ step: 3, values: { bandwidth: 2.5 } });
  });
});
