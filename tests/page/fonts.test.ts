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
    // What KaTeX says to those who hear is set in no face of ours, and not seen.
    selector: 'body *:not(.katex-mathml, .katex-mathml *)',
  });
  const faces = new Map<string, boolean>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of fonts) faces.set(familyName, isCustomFont);
  }
  return faces;
}

describe.skipIf(!inject('browser'))('the fonts of the page', () => {
  const browser = useBrowser({ views: 'all' });

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
    const styles = asked.findIndex((url) => url.endsWith('.css'));
    expect(styles).toBeGreaterThan(0);
    expect(asked.indexOf(address)).toBeLessThan(styles);
    expect(
      asked.filter((url) => /\.(woff2?|ttf)$/.test(url) && !url.startsWith(inject('pageUrl'))),
    ).toEqual([]);
  });

  it('draw the numbers on canvases again when one of them comes', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    await page.locator('.code-pane .line').first().waitFor();
    const ground = () =>
      page.evaluate(() =>
        document.querySelector<HTMLCanvasElement>('.stage canvas[aria-hidden]')?.toDataURL(),
      );
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => window.meanfield?.session.settled());
    const before = await ground();
    expect(before?.length).toBeGreaterThan(1000);
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas[aria-hidden]');
      canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    });
    expect(await ground()).not.toBe(before);
    await page.evaluate(() => document.fonts.dispatchEvent(new Event('loadingdone')));
    await expect.poll(ground).toBe(before);
  });
});
