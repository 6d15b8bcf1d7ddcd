import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { seriousFindings } from '../support/serious-findings.ts';

describe.skipIf(!inject('browser'))('for everyone', () => {
  const browser = useBrowser({ views: 'all' });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 360, height: 740 },
    ]) {
      it(`axe finds nothing serious (${colorScheme}, ${viewport.width} wide)`, async () => {
        const page = await browser.open({ colorScheme, viewport, hash: '#v=1&step=1&picked=3' });
        if (viewport.width < 500) await page.getByRole('button', { name: 'Controls' }).click();
        expect(await seriousFindings(page)).toEqual([]);
      });
    }
  }

  it('axe finds nothing serious in the help', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('is dark when the system wishes so, and by the switch', async () => {
    const page = await browser.open({ colorScheme: 'dark', hash: '#v=1&step=0' });
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe('dark');
    const button = page.getByRole('button', { name: /^Theme:/ });
    await button.click();
    expect(await theme()).toBe('light');
    await button.click();
    expect(await theme()).toBe('dark');
  });

  it('begins paused for those who wish for less motion', async () => {
    const page = await browser.open({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Play' }).waitFor();
    expect(await page.locator('#status').textContent()).toContain('step 0,');
    // New data begin paused as well, and a step jumps instead of gliding.
    await page.evaluate(() => window.meanfield!.session.setValues({ seed: 7 }));
    await page.evaluate(() => window.meanfield!.session.settled());
    await page.keyboard.press('.');
    await page.locator('#status').getByText('step 1,').waitFor();
    const now = await page.evaluate(() => {
      const { session } = window.meanfield!;
      return { playing: session.player.playing, isStill: session.moment().isStill };
    });
    expect(now).toEqual({ playing: false, isStill: true });
  });

  it('says what happens in a live region', async () => {
    const page = await browser.open({ hash: '#v=1&speed=8' });
    await page.locator('#live').getByText('converged at step 6, 6 clusters').waitFor();
  });

  it('explains what computes to the keyboard too', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    await page.locator('#scenes button').last().focus();
    await page.keyboard.press('Tab');
    await page.getByRole('tooltip').getByText('through WebGPU').waitFor();
  });

  it('can be played through without a mouse', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const { keyboard } = page;
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 80; presses++) {
        await keyboard.press('Tab');
        if (await page.evaluate((it) => document.activeElement?.matches(it), wanted)) return;
      }
      throw new Error(`the Tab key does not reach ${wanted}`);
    };
    // Look at a point, and turn the bandwidth by its halo's edge.
    await tabTo('#stage');
    await keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.meanfield!.session.picked)).not.toBe(null);
    await tabTo('.stage-handle');
    await keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(() => window.meanfield!.session.values.bandwidth))
      .toBeGreaterThan(2.5);
    // Step, and go back by the slider.
    await tabTo('#transport [aria-label="Step"]');
    await keyboard.press('Enter');
    await page.locator('#status').getByText('step 1,').waitFor();
    await tabTo('#transport .scrubber input');
    await keyboard.press('Home');
    await page.locator('#status').getByText('step 0,').waitFor();
    // Type a parameter; open the help and leave it again.
    await tabTo('[data-parameter="clusters"] input[type="text"]');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('3');
    await keyboard.press('Enter');
    await page.locator('#status').getByText('750 points').waitFor();
    await tabTo('#tools [aria-label="Help (?)"]');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'hidden' });
    const focused = await page.evaluate(() => document.activeElement?.ariaLabel);
    expect(focused).toBe('Help (?)');
  });

  it('is all there for the Tab key alone', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const reached = new Set<string>();
    for (let presses = 0; presses < 70; presses++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const focused = document.activeElement;
        return (
          focused?.getAttribute('aria-label') ??
          focused?.closest('label')?.textContent?.trim() ??
          focused?.textContent?.trim() ??
          focused?.id ??
          ''
        );
      });
      reached.add(name.split('\n')[0]);
    }
    const names = [...reached].join(' | ');
    for (const wanted of [
      'Play',
      'Step',
      'Reset',
      'speed',
      'by phase',
      'bandwidth',
      'Help',
      'copy link',
    ]) {
      expect(names).toContain(wanted);
    }
  });
});
