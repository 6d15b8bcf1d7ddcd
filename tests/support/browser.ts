import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { browserEnvironment, softwareDriverIsFor } from '../../scripts/software-driver.mjs';

/** WebGPU on the software driver, in a way that also presents a canvas; elsewhere the GPU's own. */
const webGpuFlags = softwareDriverIsFor()
  ? [
      '--enable-unsafe-webgpu',
      '--enable-features=Vulkan',
      '--use-vulkan=swiftshader',
      '--use-gl=angle',
      '--use-angle=vulkan',
      '--ignore-gpu-blocklist',
      '--disable-vulkan-surface',
    ]
  : ['--enable-unsafe-webgpu'];
const noWebGpuFlags = ['--disable-features=WebGPU', '--use-gl=angle', '--use-angle=swiftshader'];
const quietFlags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-sync'];

export interface OpenPage {
  /**
   * Opens the built page and waits until its scene runs. Every page must end without an error.
   * `before` acts on the page before anything is loaded.
   */
  open(
    options?: BrowserContextOptions & { hash?: string; before?: (page: Page) => Promise<unknown> },
  ): Promise<Page>;
}

/**
 * A browser for the tests of one file.
 *
 * After each file it expects that no page wrote an error to the console or threw one.
 */
export function useBrowser({ webgpu = true } = {}): OpenPage {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject('browser') ?? '',
      args: [...quietFlags, ...(webgpu ? webGpuFlags : noWebGpuFlags)],
      env: { ...process.env, ...(await browserEnvironment()) } as Record<string, string>,
    });
  });
  afterAll(async () => {
    await browser.close();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  });
  return {
    async open({ hash = '', before, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      // Pages left open share the GPU with the next ones, until those no longer start.
      onTestFinished(() => context.close());
      // A software GPU on a busy machine draws a frame or two a second.
      context.setDefaultTimeout(90_000);
      const page = await context.newPage();
      await before?.(page);
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(inject('pageUrl') + hash);
      await page.locator('#status').filter({ hasText: 'step' }).waitFor({ state: 'attached' });
      return page;
    },
  };
}
