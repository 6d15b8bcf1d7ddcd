import type { Backend } from '../../src/gpu/backend.ts';

/**
 * A backend, and what was made on it and not given back: buffers and recordings.
 *
 * @param mostBuffers how many can be made before there is no more room
 */
export function countLive(backend: Backend, mostBuffers = Number.POSITIVE_INFINITY) {
  const live = new Set<object>();
  let made = 0;
  const compute: Backend = Object.assign(Object.create(backend) as Backend, {
    createBuffer(...wanted: Parameters<Backend['createBuffer']>) {
      made += 1;
      if (made > mostBuffers) throw new Error('there is no more room');
      const buffer = backend.createBuffer(...wanted);
      const { destroy } = buffer;
      live.add(buffer);
      buffer.destroy = () => {
        live.delete(buffer);
        destroy();
      };
      return buffer;
    },
    record(...wanted: Parameters<Backend['record']>) {
      const recording = backend.record(...wanted);
      const { dispose } = recording;
      live.add(recording);
      recording.dispose = () => {
        live.delete(recording);
        dispose();
      };
      return recording;
    },
  });
  return { compute, live };
}
