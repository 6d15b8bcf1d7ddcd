import { describe, expect, it } from 'vitest';
import { changesUpTo, readChanges, writeChanges } from '../../src/page/address-changes.ts';
import { parameters } from '../../src/scenes/meanshift/parameters.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { valuesAt } from '../../src/world/value-changes.ts';

const values = { ...defaultValues(parameters), bandwidth: 5 };
const valueChanges = [
  { name: 'bandwidth', value: 2.5, until: 2 },
  { name: 'bandwidth', value: 4, until: 3 },
  { name: 'batch', value: 7, until: 3 },
];

describe('knobs that were turned on the way', () => {
  it('have at each step the value of then', () => {
    const bandwidths = [1, 2, 3, 4].map((step) => valuesAt(valueChanges, step, values).bandwidth);
    expect(bandwidths).toEqual([2.5, 2.5, 4, 5]);
    const batches = [3, 4].map((step) => valuesAt(valueChanges, step, values).batch);
    expect(batches).toEqual([7, null]);
  });

  it('are found in what each step was taken with', () => {
    const takenWith = (step: number) => valuesAt(valueChanges, step, values);
    expect(changesUpTo(6, { takenWith }, values, parameters)).toEqual(valueChanges);
    // Turned after the last step.
    expect(changesUpTo(2, { takenWith }, values, parameters)).toEqual([
      { name: 'bandwidth', value: 2.5, until: 2 },
      { name: 'batch', value: 7, until: 2 },
    ]);
    expect(changesUpTo(0, { takenWith }, values, parameters)).toEqual([]);
  });

  it('come back from the address, the automatic value too', () => {
    const given = [...valueChanges, { name: 'batch', value: null, until: 9 }];
    expect(writeChanges(given)).toBe('bandwidth:2.5@2,bandwidth:4@3,batch:7@3,batch:auto@9');
    expect(readChanges(writeChanges(given), parameters)).toEqual(given);
  });

  for (const wild of [
    'bandwidth',
    'bandwidth:2.5',
    'bandwidth:2.5@0',
    'bandwidth:2.5@1e9',
    'bandwidth:2.5@999999999',
    'bandwidth:auto@2',
    'bandwidth:banana@2',
    'seed:7@2',
    'colour:mauve@2',
    'bandwidth:2.5@2,',
  ]) {
    it(`refuse “${wild}”`, () => {
      expect(() => readChanges(wild, parameters)).toThrow('turned');
    });
  }
});
