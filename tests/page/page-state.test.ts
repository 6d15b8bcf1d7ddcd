import { describe, expect, it } from 'vitest';
import { decodeState, emptyState, encodeState, sceneOf } from '../../src/page/page-state.ts';
import { parameters as derivatives } from '../../src/scenes/derivatives/parameters.ts';
import { parameters } from '../../src/scenes/meanshift/parameters.ts';
import { flagName } from '../../src/world/flag-name.ts';
import { isChoice, isText, type ParameterTable } from '../../src/world/parameters.ts';

const state = { ...emptyState, scene: 'meanshift' };

describe('the state in the address', () => {
  it('is short where everything is as it is by default', () => {
    expect(encodeState(state, parameters)).toBe('#v=1&scene=meanshift');
  });

  for (const [name, parameter] of Object.entries<ParameterTable[string]>(parameters)) {
    it(`comes back for ${name}`, () => {
      const value = isChoice(parameter)
        ? parameter.options.find((option) => option !== parameter.default)!
        : isText(parameter)
          ? 'a text, with = and &'
          : parameter.min + parameter.step;
      const address = encodeState({ ...state, values: { [name]: value } }, parameters);
      expect(address).toContain(`&${flagName(name)}=`);
      expect(decodeState(address, parameters)).toEqual({
        state: { ...state, values: { [name]: value } },
        refused: [],
      });
    });
  }

  it('comes back for everything that is no parameter', () => {
    const whole = {
      ...state,
      backend: 'cpu',
      step: 3,
      valueChanges: [{ name: 'bandwidth', value: 2, until: 1 }],
      speed: 0.5,
      byPhase: true,
      phase: 2,
      picked: 17,
      view: { x: -1.5, y: 2, scale: 40 },
      page: 'gaussian',
      playing: true,
      theme: 'dark' as const,
      hide: ['lesson', 'code'],
      present: true,
    };
    const address = encodeState(whole, parameters);
    expect(sceneOf(address)).toBe('meanshift');
    expect(decodeState(address, parameters)).toEqual({ state: whole, refused: [] });
  });

  it('is refused in a sentence where it says no or yes to presenting in another way', () => {
    expect(decodeState('#v=1&present=2', parameters)).toEqual({
      state: emptyState,
      refused: ['present must be one of 0, 1, not “2”'],
    });
    expect(decodeState('#v=1&present=0', parameters).state.present).toBe(false);
  });

  it('does not take a letter of a formula for the version', () => {
    const values = { f: 'v x', v: 3 };
    const address = encodeState({ ...emptyState, values }, derivatives);
    expect(decodeState(address, derivatives)).toEqual({
      state: { ...emptyState, values },
      refused: [],
    });
  });

  it('passes over nothing in silence: keys that nobody knows, versions to come, what is said twice', () => {
    const hash = `#v=9&colour=mauve&bandwidth=3&${'y'.repeat(5000)}=1&batch=5&batch=6`;
    const { state: read, refused } = decodeState(hash, parameters);
    expect(read.values).toEqual({ bandwidth: 3, batch: 6 });
    expect(refused.map((sentence) => /colour|yyy…|twice|version/.exec(sentence)?.[0])).toEqual([
      'colour',
      'yyy…',
      'twice',
      'version',
    ]);
    for (const sentence of refused) expect(sentence.length).toBeLessThan(200);
  });

  it('takes a parameter by the name that the panel has for it', () => {
    expect(decodeState('#v=1&x=2&learning+rate=0.5', derivatives)).toEqual({
      state: { ...emptyState, values: { at: 2, rate: 0.5 } },
      refused: [],
    });
    expect(decodeState('#v=1&x=2&at=3', derivatives).refused).toEqual([
      'at is given twice, and the last one counts',
    ]);
    expect(decodeState('#v=1&x=two', derivatives).refused[0]).toContain('“two”');
  });

  for (const [wild, name] of [
    ['bandwidth=banana', 'bandwidth'],
    ['bandwidth=-1', 'bandwidth'],
    ['bandwidth=Infinity', 'bandwidth'],
    ['bandwidth=', 'bandwidth'],
    ['kernel=boxy', 'kernel'],
    ['samples=1.5', 'samples'],
    ['seed=-3', 'seed'],
    ['step=1e99', 'step'],
    ['step=two', 'step'],
    ['speed=0', 'speed'],
    ['picked=-1', 'picked'],
    ['view=1,2', 'view'],
    ['view=1,2,0', 'view'],
    ['backend=cuda', 'backend'],
    ['theme=pink', 'theme'],
    ['turned=bandwidth:2', 'turned'],
    ['phase=0', 'phase'],
    ['by-phase=yes', 'by-phase'],
    ['x=2', '“x”'],
    ['banana', '“banana”'],
    ['=', '“”'],
  ]) {
    it(`falls back to the default for ${wild}, and says so`, () => {
      const { state: read, refused } = decodeState(`#v=1&batch=7&${wild}`, parameters);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused[0]).toContain(name);
      expect({ ...read, values: {} }).toEqual(emptyState);
    });
  }
});
