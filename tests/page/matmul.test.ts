import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { naiveProduct } from '../../src/gpu/matmul/product-kernels.ts';
import { useBrowser } from '../support/browser.ts';
import { referenceProduct } from '../support/reference-product.ts';

const status = (page: Page, text: string | RegExp) =>
  page.locator('#status').filter({ hasText: text }).waitFor();

/** A, B and C as the world holds them. */
const product = (page: Page) =>
  page.evaluate(() => {
    const { m, k, n, a, b, c } = (
      window.meanfield!.session.world as unknown as {
        product: { m: number; k: number; n: number } & Record<'a' | 'b' | 'c', Float64Array>;
      }
    ).product;
    return { m, k, n, a: [...a], b: [...b], c: [...c] };
  });

const finish = (page: Page) => page.evaluate(() => window.meanfield!.session.goToStep(100_000));

/** Where the middle of a cell is on the screen; cells are numbered through A, B and C. */
const placeOf = (page: Page, cell: number) =>
  page.evaluate((row) => {
    const { view, stage } = window.meanfield!.session;
    const place = view.place(row)!;
    const at = stage.camera.toScreen(place.x, place.y);
    const box = document.getElementById('stage')!.getBoundingClientRect();
    return { x: box.left + at.x, y: box.top + at.y };
  }, cell);

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(
    `the matmul scene ${webgpu ? 'with' : 'without'} WebGPU`,
    () => {
      const browser = useBrowser({ webgpu });

      it('plays every method to the product, and steps back', async () => {
        const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
        const methods = [
          'loops',
          'dot',
          'broadcast',
          'einsum',
          'gpu-naive',
          'gpu-tiled',
          'gpu-best',
        ];
        for (const method of methods) {
          await page.locator('[data-parameter=method] select').selectOption(method);
          await page.evaluate(() => window.meanfield!.session.settled());
          await finish(page);
          const { a, b, c, ...shape } = await product(page);
          expect(c, method).toEqual([...referenceProduct(a, b, shape)]);
          const steps = await page.evaluate(() => window.meanfield!.session.world.step);
          await page.getByLabel('Step back').click();
          await expect
            .poll(() => page.evaluate(() => window.meanfield!.session.world.step), {
              message: method,
            })
            .toBe(steps - 1);
          await page.evaluate(() => window.meanfield!.session.settled());
        }
      });

      it('takes a number typed over a cell, and refuses what is none beside the field', async () => {
        const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
        const before = await product(page);
        const { x, y } = await placeOf(page, 4);
        await page.mouse.click(x, y);
        const field = page.locator('.stage-field input');
        await field.waitFor();
        await field.fill('many');
        await field.press('Enter');
        await page.locator('.stage-field .refused').getByText('“many” is not a number').waitFor();
        expect((await product(page)).a).toEqual(before.a);
        await field.fill('-2.5');
        await field.press('Enter');
        await expect.poll(async () => (await product(page)).a[4]).toBe(-2.5);
        await expect.poll(() => page.evaluate(() => location.hash)).toContain('edits=a1,1');
        await finish(page);
        const { a, b, c, ...shape } = await product(page);
        expect(c).toEqual([...referenceProduct(a, b, shape)]);
      });
    },
  );
}

describe.skipIf(!inject('browser'))('the matmul scene', () => {
  const browser = useBrowser();

  it('grows when an edge is dragged, when it is let go, and by keys', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    const handle = page.locator('[data-handle=n]');
    const box = (await handle.boundingBox())!;
    const scale = await page.evaluate(() => window.meanfield!.session.stage.camera.scale);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 0.5 * scale, y, { steps: 3 });
    await page.mouse.move(x + 1.1 * scale, y, { steps: 3 });
    expect((await product(page)).n).toBe(3);
    await page.mouse.up();
    await expect.poll(async () => (await product(page)).n).toBe(4);
    await page.locator('[data-handle=m]').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await product(page)).m).toBe(4);
    await page.locator('[data-parameter=preset] select').selectOption('rotation');
    // A preset brings its own shape.
    await expect.poll(async () => (await product(page)).n).toBe(8);
    expect((await product(page)).m).toBe(2);
  });

  it('draws a product of many values as few cells, and is right', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=matmul&preset=lesson&method=broadcast&step=0',
    });
    await finish(page);
    const { a, b, c, ...shape } = await product(page);
    expect(shape).toEqual({ m: 5, k: 784, n: 10 });
    const expected = referenceProduct(a, b, shape);
    for (const [i, value] of c.entries()) expect(value).toBeCloseTo(expected[i], 9);
    await status(page, 'done');
  });

  it('measures the ladder in the background, with a cancel, and the chart shows it', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    const tool = page.locator('[data-tool=measure]');
    await tool.getByLabel('Which product is measured').selectOption({ index: 1 });
    await tool.getByRole('button', { name: 'Measure' }).click();
    await tool.getByRole('button', { name: 'Cancel' }).click();
    await tool.getByRole('button', { name: 'Measure' }).click();
    await tool.locator('.rungs tbody').nth(6).waitFor();
    const chart = page.locator('[data-chart=ladder] table');
    const row = chart.getByRole('row', { name: /loops/ });
    // The notebook prints 421 ms for three loops in Python.
    expect(await row.locator('td').nth(1).textContent()).toBe('421');
    expect(Number(await row.locator('td').first().textContent())).toBeGreaterThan(0);
    expect(await chart.getByRole('row').count()).toBe(8);
  });

  it('shows the code that runs, and the indices of now', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&method=loops&step=4' });
    const values = page.locator('.code-pane .values');
    expect(await values.textContent()).toBe('i = 0, j = 1, k = 0');
    await page.locator('[data-parameter=method] select').selectOption('gpu-naive');
    await page.getByRole('tab', { name: 'WGSL' }).click();
    const shown = await page.locator('.code-pane .line code').allTextContents();
    expect(shown).toEqual(naiveProduct.kernel.wgsl.trimEnd().split('\n'));
    const body = readFileSync('src/gpu/matmul/naive.wgsl', 'utf8');
    expect(shown.join('\n')).toContain(body.slice(body.indexOf('fn main')).trimEnd());
    expect(await page.locator('.code-pane .note').textContent()).toContain('runs now');
  });

  it('marks each axis of two shapes that are typed', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    const tool = page.locator('[data-tool=broadcasting]');
    const marks = () => tool.locator('.mark').allTextContents();
    expect(await marks()).toEqual(['stretched', 'stretched']);
    // The outer product of [10, 20, 30] with itself.
    expect(await tool.locator('.outer td').allTextContents()).toEqual([
      '100',
      '200',
      '300',
      '200',
      '400',
      '600',
      '300',
      '600',
      '900',
    ]);
    await tool.getByLabel('shape 1').fill('5, 784');
    await tool.getByLabel('shape 2').fill('784, 784');
    expect(await marks()).toEqual(['incompatible', 'equal']);
    await tool.getByLabel('shape 2').fill('7.5');
    await tool.getByText('“7.5” is no size').waitFor();
    expect(await marks()).toEqual(['incompatible', 'equal']);
  });

  it('runs an einsum that is typed, and says what is wrong with one', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    const tool = page.locator('[data-tool=einsum]');
    await tool.getByLabel('expression').fill('ij,jk,kl->il');
    await tool.getByLabel('shape 1').fill('4, 2');
    await tool.getByLabel('shape 2').fill('2, 3');
    await tool.getByLabel('shape 3').fill('4, 5');
    await tool.getByText('the letter k is 3 in operand 2 (2×3) and 4 in operand 3 (4×5)').waitFor();
    await tool.getByLabel('shape 3').fill('3, 5');
    await tool.getByRole('button', { name: 'Run' }).click();
    await tool.getByText('Shape (4, 5)').waitFor();
  });

  it('shows the result of the einsum that is there, and none of one before it', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    const tool = page.locator('[data-tool=einsum]');
    const result = tool.getByRole('status');
    const run = tool.getByRole('button', { name: 'Run' });
    // Runs wait at a gate, as those of a slow machine do.
    await page.evaluate(() => {
      const { compute } = window.meanfield!.session;
      const { run } = compute;
      compute.run = async (...wanted) => {
        await new Promise((resolve) => Object.assign(window, { openGate: resolve }));
        await run(...wanted);
      };
    });
    const openGate = async () => {
      await page.waitForFunction(() => 'openGate' in window);
      await page.evaluate(() => {
        const gate = window as { openGate?: () => void };
        gate.openGate?.();
        delete gate.openGate;
      });
    };
    await run.click();
    await tool.getByLabel('expression').fill('i,j->ij');
    await tool.getByLabel('shape 1').fill('2');
    await tool.getByLabel('shape 2').fill('7');
    await openGate();
    await expect.poll(() => run.isEnabled()).toBe(true);
    expect(await result.textContent()).not.toContain('Shape');
    await run.click();
    await openGate();
    await result.getByText('Shape (2, 7)').waitFor();
  });

  it('says that a product is too large, and keeps the one that is there', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    const field = page.locator('[data-parameter=m]').getByRole('textbox');
    await field.fill('1000000000');
    await field.press('Enter');
    await page.locator('#notice').getByText('fit').waitFor();
    expect((await product(page)).m).toBe(3);
  });
});
