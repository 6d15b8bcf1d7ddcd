import { describe, expect, it } from 'vitest';
import { decodeState, emptyState, encodeState, sceneOf } from '../../src/page/page-state.ts';
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
      turns: [{ name: 'bandwidth', value: 2, until: 1 }],
      speed: 0.5,
      byPhase: true,
      phase: 2,
      picked: 17,
      view: { x: -1.5, y: 2, scale: 40 },
      page: 'gaussian',
      theme: 'dark' as const,
      hide: ['lesson', 'code'],
    };
    const address = encodeState(whole, parameters);
    expect(sceneOf(address)).toBe('meanshift');
    expect(decodeState(address, parameters)).toEqual({ state: whole, refused: [] });
  });

  it('passes over keys that nobody knows, and versions to come', () => {
    const { state: read, refused } = decodeState('#v=9&colour=mauve&bandwidth=3&=&x', parameters);
    expect(read.values).toEqual({ bandwidth: 3 });
    expect(refused).toEqual([]);
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
  ]) {
    it(`falls back to the default for ${wild}, and says so`, () => {
      const { state: read, refused } = decodeState(`#v=1&batch=7&${wild}`, parameters);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused[0]).toContain(name);
      expect({ ...read, values: {} }).toEqual(emptyState);
    });
  }
});
