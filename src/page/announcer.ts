/** Says what happens, at most once in a while; what comes in between gives way to what comes last. */
export interface Announcer {
  announce(sentence: string): void;
  dispose(): void;
}

/**
 * @param write puts a sentence into a live region
 * @param everyMs the shortest time between two sentences
 */
export function createAnnouncer(write: (sentence: string) => void, everyMs = 1500): Announcer {
  let waiting: string | null = null;
  let last = '';
  let timer: ReturnType<typeof setTimeout> | null = null;

  function speak(sentence: string): void {
    last = sentence;
    write(sentence);
    timer = setTimeout(() => {
      timer = null;
      if (waiting === null || waiting === last) return;
      const next = waiting;
      waiting = null;
      speak(next);
    }, everyMs);
  }

  return {
    announce(sentence) {
      waiting = null;
      if (timer !== null) waiting = sentence;
      else if (sentence !== last) speak(sentence);
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
