const quietMs = 1000;

/** Tells how far a run is, at most once a second; a short run says nothing. */
export function createProgress(write: (text: string) => void): (sentence: string) => void {
  let last = performance.now();
  return (sentence) => {
    const now = performance.now();
    if (now - last < quietMs) return;
    last = now;
    write(`${sentence}\n`);
  };
}
