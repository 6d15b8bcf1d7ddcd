import type { Frame, Page } from 'playwright-core';
import { inject } from 'vitest';

export interface Listening {
  heard: Record<string, unknown>[];
}

/** The frame of Meanfield, once its scene runs. */
export async function frameOf(page: Page): Promise<Frame> {
  await page
    .frameLocator('iframe')
    .first()
    .locator('#status')
    .filter({ hasText: 'step' })
    .waitFor({ state: 'attached' });
  const frame = page.frames().find((it) => it.url().startsWith(inject('pageUrl')));
  if (!frame) throw new Error('there is no frame');
  return frame;
}

export const bandwidth = (frame: Frame) =>
  frame.evaluate(() => window.meanfield!.session.values.bandwidth);

/** Makes a frame in an empty page, which keeps what it hears. */
export const addFrame = (page: Page, src: string) =>
  page.evaluate((address) => {
    const listening = window as unknown as Listening;
    listening.heard = [];
    addEventListener('message', ({ data }) => listening.heard.push(data));
    const frame = document.createElement('iframe');
    frame.width = '800';
    frame.height = '500';
    frame.src = address;
    document.body.append(frame);
  }, src);

export const heard = (page: Page) => page.evaluate(() => (window as unknown as Listening).heard);

/** What comes to a page's message listeners, once one of these has come. */
export const seeMessages = (frame: Frame) =>
  frame.evaluate(() => {
    const listening = window as unknown as Listening;
    listening.heard = [];
    addEventListener('message', ({ data }) => listening.heard.push(data));
  });
export const seen = (frame: Frame) =>
  frame.evaluate(() => (window as unknown as Listening).heard.length);
