import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** The time that every frame is told, in milliseconds. */
    frameTime?: number;
  }
}

/** Runs in a page before its own code: frames come as ever, and no time passes from one to the next. */
export function freezeClock(): void {
  const nextFrame = window.requestAnimationFrame.bind(window);
  window.frameTime = 0;
  window.requestAnimationFrame = (act) => nextFrame(() => act(window.frameTime ?? 0));
}

/** Lets time pass in a page whose clock was frozen, by frames of a fifth of a second at most. */
export const passTime = (page: Page, ms: number) =>
  page.evaluate(async (ms) => {
    const frame = () => new Promise(requestAnimationFrame);
    const frames = Math.ceil(ms / 200);
    for (let i = 0; i < frames; i++) {
      window.frameTime = (window.frameTime ?? 0) + ms / frames;
      await frame();
    }
    // So that what the last one has led to is drawn.
    for (let i = 0; i < 2; i++) await frame();
  }, ms);
