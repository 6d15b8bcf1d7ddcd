import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const scenes = ['meanshift', 'matmul', 'derivatives'];

/** The faces that letters are drawn in, each with whether it is one that the page brought. */
async function facesOf(page: Page): Promise<Map<string, boolean>> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'body *',
  });
  const faces = new Map<string, boolean>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of fonts) faces.set(familyName, isCustomFont);
  }
  return faces;
}

describe.skipIf(!inject('browser'))('the fonts of the page', () => {
  const browser = useBrowser();

  for (const scene of scenes) {
    it(`are its own, whatever the machine has, and no text is under 12 pixels (${scene})`, async () => {
      const page = await browser.open({ hash: `#v=1&scene=${scene}&step=1` });
      await page.locator('#lesson[data-ready]').waitFor();
      await page.locator('.code-pane .line').first().waitFor();
      await page.evaluate(async () => {
        await document.fonts.ready;
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      });
      expect([...(await facesOf(page))].filter(([, isCustom]) => !isCustom)).toEqual([]);
      const loaded = await page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      );
      expect(loaded.map((family) => family.replaceAll('"', ''))).toEqual(
        expect.arrayContaining(['Meanfield Sans', 'Meanfield Code', 'Meanfield Signs']),
      );
      const small = await page.evaluate(() => {
        const found = new Set<string>();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { parentElement: holder, textContent } = walker.currentNode;
          // What KaTeX sets small is an exponent.
          if (!holder || !textContent?.trim() || holder.closest('.katex, script, style')) continue;
          const { fontSize } = getComputedStyle(holder);
          if (Number.parseFloat(fontSize) < 12) found.add(`${fontSize}: ${textContent.trim()}`);
        }
        return [...found];
      });
      expect(small).toEqual([]);
    });
  }

  it('are asked for before the styles that name them, from the folder of the build', async () => {
    const asked: string[] = [];
    const page = await browser.open({
      before: async (it) => it.on('request', (request) => asked.push(request.url())),
    });
    const preloaded = await page.locator('link[rel=preload][as=font]').getAttribute('href');
    const address = new URL(preloaded ?? '', inject('pageUrl')).href;
    expect(asked.filter((url) => url === address)).toHaveLength(1);
    expect(
      asked.filter((url) => /\.(woff2?|ttf)$/.test(url) && !url.startsWith(inject('pageUrl'))),
    ).toEqual([]);
  });

  it('come late, and the numbers on canvases are drawn again in them', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const page = await browser.open({
      hash: '#v=1&step=0',
      before: (it) =>
        it.route(/text-.*\.woff2$/, async (route) => {
          await held;
          await route.continue();
        }),
    });
    const ground = () =>
      page.evaluate(() =>
        document.querySelector<HTMLCanvasElement>('.stage canvas[aria-hidden]')?.toDataURL(),
      );
    await page.locator('.stage canvas[aria-hidden]').waitFor({ state: 'attached' });
    await page.evaluate(() => window.meanfield?.session.settled());
    const before = await ground();
    release?.();
    await page.evaluate(() => document.fonts.load('16px "Meanfield Sans"'));
    await expect.poll(ground).not.toBe(before);
  });
});
