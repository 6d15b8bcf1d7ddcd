import { expect, it, vi } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { describeEachBackend } from '../support/each-backend.ts';

describeEachBackend('what a backend makes within a scope', (backend) => {
  it('is given back when the scope ends, and not before', async () => {
    const compute = backend();
    const scope = createScope();
    const own = compute.within(scope);
    const a = own.createBuffer('a', 'f32', 4);
    const into = new Float32Array(4);
    const recording = own.record([{ kind: 'read', from: a, into }]);
    const dispose = vi.spyOn(recording, 'dispose');
    compute.upload(a, Float32Array.of(1, 2, 3, 4));
    await compute.run([recording]);
    expect([...into]).toEqual([1, 2, 3, 4]);
    expect(dispose).not.toHaveBeenCalled();
    scope.end();
    expect(dispose).toHaveBeenCalledTimes(1);
    // The buffer is gone: whoever asks for it is told so.
    const late = compute.record([{ kind: 'read', from: a, into }]);
    await expect(compute.run([late])).rejects.toThrow('destroyed');
  });

  it('is cached by all parts of its key, and what was not asked for the longest goes first', () => {
    const compute = backend();
    const scope = createScope();
    const own = compute.within(scope);
    const a = own.createBuffer('a', 'f32', 4);
    const b = own.createBuffer('b', 'f32', 4);
    const ended: string[] = [];
    const cache = own.cacheRecordings(2);
    const get = (...key: readonly unknown[]) =>
      cache.get(key, () => [{ kind: 'copy', from: a, to: b }]);
    const watched = (...key: readonly unknown[]) => {
      const recording = get(...key);
      vi.spyOn(recording, 'dispose').mockImplementation(() => ended.push(key.join()));
      return recording;
    };
    const first = watched('rows', 1);
    const second = watched('rows', 2);
    expect(second).not.toBe(first);
    expect(get('rows', 1)).toBe(first);
    watched('rows', 3);
    expect(ended).toEqual(['rows,2']);
    expect(get('rows', 1)).toBe(first);
    scope.end();
    expect(ended.toSorted()).toEqual(['rows,1', 'rows,2', 'rows,3']);
  });
});
