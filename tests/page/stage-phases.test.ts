import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { lonely, onStage, openStill } from '../support/on-stage.ts';
import { referenceMean } from '../support/reference-mean-shift.ts';

const { pick } = onStage;

describe.skipIf(!inject('browser'))('phases on the stage', () => {
  const browser = useBrowser();

  it('shows a step phase by phase, with its numbers, and takes phases back', async () => {
    const page = await openStill(browser);
    await page.getByLabel('by phase').check();
    await pick(page, lonely);
    const caption = page.locator('.stage-caption');
    const current = page.locator('.phases [aria-current="step"]');
    const next = page.getByRole('button', { name: 'Next phase' });
    const from = lessonPoints[lonely];
    const distances = lessonPoints.map(({ x, y }) => Math.hypot(x - from.x, y - from.y));
    const weights = distances.map((distance) => Math.exp(-0.5 * (distance / 2.5) ** 2));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const mean = referenceMean(from, lessonPoints, 'gaussian', 2.5);
    const shift = Math.hypot(mean.x - from.x, mean.y - from.y);

    await next.click();
    await current.getByText('distances', { exact: true }).waitFor();
    const labels = page.locator('.stage-label');
    await labels.nth(2).waitFor({ state: 'attached' });
    const known = new Set(distances.map((distance) => Number(distance.toPrecision(3))));
    for (const text of await labels.allTextContents()) expect(known).toContain(Number(text));
    for (const [name, words] of [
      ['weights', `${weights.filter((weight) => weight > 0.01).length} of 1,500`],
      ['weighted sum', `add up to ${Number((shift * sum).toPrecision(3))}`],
      ['divide', `÷ ${Number(sum.toPrecision(3))} = ${Number(shift.toPrecision(3))}`],
    ]) {
      await next.click();
      await current.getByText(name, { exact: true }).waitFor();
      await caption.getByText(words).waitFor();
    }
    expect(await labels.count()).toBe(0);
    await page.getByRole('button', { name: 'Phase back' }).click();
    await current.getByText('weighted sum', { exact: true }).waitFor();
    await next.click();
    await next.click();
    await page.locator('#status').getByText('step 1').waitFor();
  });
});
