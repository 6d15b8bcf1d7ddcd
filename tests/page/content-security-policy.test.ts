import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

// What the policy refuses is a complaint in every test of the page; these go where the others do not.
for (const webgpu of [true, false]) {
  const where = webgpu ? 'with' : 'without';
  describe.skipIf(!inject('browser'))(`under its policy, ${where} WebGPU, the page`, () => {
    const browser = useBrowser({ webgpu, views: 'all' });

    for (const scene of ['meanshift', 'matmul', 'derivatives']) {
      it(`does all it can (${scene})`, async () => {
        const page = await browser.open({ hash: `#v=1&scene=${scene}&step=0` });
        await page.locator('#lesson[data-ready]').waitFor();
        const pages = page.getByLabel('Page', { exact: true });
        const ids = await pages
          .locator('option')
          .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
        // The other scenes' pages stand there by their scenes' names, too.
        const own = ids.filter((it) => !it.includes('/'));
        expect(own.length).toBeGreaterThan(6);
        let formulas = 0;
        // The first one at last: it has nothing of the drawer's beside it, and no figure on the stage.
        for (const id of [...own.slice(1), own[0]]) {
          await pages.selectOption(id);
          await page.locator(`#lesson[data-ready="${id}"]`).waitFor();
          const formula = page.locator('#lesson :is(.formula, .display-formula)').first();
          if ((await formula.count()) === 0) continue;
          await formula.locator('.katex').waitFor({ state: 'attached' });
          formulas++;
        }
        expect(formulas).toBeGreaterThan(0);
        const fonts = await page.evaluate(async () => {
          await document.fonts.ready;
          // What stands in for a face until it comes is the machine's own, and need not be there.
          const fetched = [...document.fonts].filter(({ family }) => !/fallback/i.test(family));
          return fetched.filter(({ status }) => status === 'error').length;
        });
        expect(fonts).toBe(0);

        const tabs = await page.locator('#code [role=tab]').all();
        expect(tabs.length).toBeGreaterThan(0);
        for (const tab of tabs) await tab.click();
        const run = page.locator('#scene-tools').getByRole('button', { name: 'Run', exact: true });
        // The einsum tool has one, and the other scenes' tools act by themselves.
        expect(await run.count()).toBe(scene === 'matmul' ? 1 : 0);
        if (scene === 'matmul') {
          await run.click();
          await page.locator('[data-tool=einsum] [role=status]').getByText('Shape (').waitFor();
        }
        // Open at first.
        for (const tool of await page.locator('#scene-tools summary').all()) await tool.click();
        const tables = await page.locator('#charts').getByText('table').all();
        expect(tables.length).toBeGreaterThan(0);
        for (const table of tables) await table.click();
        await page.getByRole('button', { name: 'Step', exact: true }).click();

        const saved = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Save the picture as PNG' }).click();
        await page.getByRole('button', { name: 'With caption and address' }).click();
        expect((await saved).suggestedFilename()).toMatch(/\.png$/);
        await page.getByRole('button', { name: /^Embed/ }).click();
        const preview = page.frameLocator('.embed-preview iframe');
        await preview.locator('#status').filter({ hasText: 'step' }).waitFor();
        await page.getByRole('button', { name: 'Close' }).click();
        await page.getByRole('button', { name: /^Theme/ }).click();
        await page.getByRole('button', { name: /^Help/ }).click();
        await page.locator('#help[open]').waitFor();
        expect(browser.takeComplaints()).toEqual([]);
      });
    }
  });
}

describe.skipIf(!inject('browser'))('the policy', () => {
  const browser = useBrowser({ views: 'all' });

  it('refuses text as code, scripts in the page, and other places, and the tests hear of it', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    expect(browser.takeComplaints()).toEqual([]);
    const ran = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const ran: string[] = [];
          // Later, when the test's own way in, which may evaluate, has been left.
          setTimeout(() => {
            try {
              new Function('')();
              ran.push('code');
            } catch {
              ran.push('no code');
            }
            const script = document.createElement('script');
            script.text = 'document.documentElement.dataset.intruder = ""';
            document.head.append(script);
            if ('intruder' in document.documentElement.dataset) ran.push('script');
            fetch('http://127.0.0.1:1/').then(
              () => ran.push('request'),
              () => resolve(ran),
            );
          });
        }),
    );
    expect(ran).toEqual(['no code']);
    let heard = '';
    for (const refused of ['eval', 'inline', 'http://127.0.0.1:1']) {
      await expect
        .poll(() => (heard += browser.takeComplaints().join('\n')))
        .toContain(`refused ${refused}`);
    }
  });

  it('lets the theme be there before the first paint', async () => {
    const page = await browser.open({ hash: '#v=1&step=0', colorScheme: 'light' });
    await page.evaluate(() => localStorage.setItem('meanfield-theme', 'dark'));
    // The page's own scripts come empty: what is set now was set before they began.
    await page.route('**/assets/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.reload();
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
      theme: 'dark',
      hide: '',
      views: 'lesson controls tools charts code',
    });
  });
});
