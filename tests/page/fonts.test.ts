import { describe, expect, inject, it } from 'vitest';
import { softwareDriverIsFor } from '../../scripts/software-driver.mjs';
import { useBrowser } from '../support/browser.ts';

const scenes = ['meanshift', 'matmul', 'derivatives'];

// Elsewhere the browser is the machine's own, and so are its fonts.
describe.skipIf(!inject('browser') || !softwareDriverIsFor())('the fonts of the tests', () => {
  const browser = useBrowser();

  for (const scene of scenes) {
    it(`come from npm, whatever the machine has (${scene})`, async () => {
      const page = await browser.open({ hash: `#v=1&scene=${scene}&step=1` });
      await page.locator('#lesson[data-ready]').waitFor();
      const session = await page.context().newCDPSession(page);
      await session.send('DOM.enable');
      await session.send('CSS.enable');
      const { root } = await session.send('DOM.getDocument');
      const { nodeIds } = await session.send('DOM.querySelectorAll', {
        nodeId: root.nodeId,
        selector: 'body *',
      });
      const families = new Set<string>();
      for (const nodeId of nodeIds) {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
        for (const { familyName } of fonts) families.add(familyName);
      }
      const known = /^(Open Sans|DejaVu .+|KaTeX_.+)$/;
      expect([...families].filter((family) => !known.test(family))).toEqual([]);
      expect(families).toContain('Open Sans');
      expect(families).toContain('DejaVu Sans Mono');
    });

    it(`have every sign that the page shows (${scene})`, async () => {
      const page = await browser.open({ hash: `#v=1&scene=${scene}&step=1` });
      await page.locator('#lesson[data-ready]').waitFor();
      const { missing, signs } = await page.evaluate(() => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d', { willReadFrequently: true })!;
        context.font = `24px ${getComputedStyle(document.body).fontFamily}`;
        function draw(sign: string): string {
          context.clearRect(0, 0, canvas.width, canvas.height);
          context.fillText(sign, 20, 60);
          return context.getImageData(0, 0, 100, 100).data.join();
        }
        // A hieroglyph: drawn as what stands for a missing sign, be it a box or nothing.
        const none = draw('\u{13000}');
        const signs = new Set(document.body.innerText.replaceAll(/[\s\p{Cf}]/gu, ''));
        for (const element of document.querySelectorAll('body *')) {
          for (const part of ['::before', '::after']) {
            const content = getComputedStyle(element, part).content;
            if (content.startsWith('"')) for (const sign of content) signs.add(sign);
          }
        }
        return { missing: [...signs].filter((sign) => draw(sign) === none), signs: [...signs] };
      });
      expect(signs.filter((sign) => sign > '~').length).toBeGreaterThan(3);
      expect(missing).toEqual([]);
    });
  }
});
