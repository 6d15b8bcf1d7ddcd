/** Calls back with the milliseconds since the last frame, until it is told to stop. */
export function everyFrame(act: (ms: number) => void): () => void {
  let last = performance.now();
  let handle = requestAnimationFrame(function frame(now) {
    handle = requestAnimationFrame(frame);
    // A hidden page gets no frames; what it missed is not made up for.
    act(Math.max(0, Math.min(now - last, 250)));
    last = now;
  });
  return () => cancelAnimationFrame(handle);
}
