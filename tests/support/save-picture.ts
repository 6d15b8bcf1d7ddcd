import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

const entries = { alone: 'The picture alone', 'with text': 'With caption and address' };

/** Saves the picture as a person would, and reads what was saved. */
export async function savePicture(page: Page, kind: keyof typeof entries): Promise<PNG> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the picture as PNG' }).click();
  await page.getByRole('button', { name: entries[kind] }).click();
  return PNG.sync.read(readFileSync(await (await saved).path()));
}
