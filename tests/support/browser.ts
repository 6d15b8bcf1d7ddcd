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

/** What a browser warns of that no page can change. */
const unavoidable = [
  // pixi draws in bgra8unorm on every machine.
  /^WebGPU canvas configured with a different format than is preferred by this device/,
  // The first text comes later than a few seconds where the machine is busy; its face alone is preloaded.
  /^The resource \S+\/text[\w-]*\.woff2 was preloaded using link preload but not used within/,
  // The page asks for WebGPU first, also where there is none.
  /^No available adapters\.$/,
];

export interface OpenOptions extends BrowserContextOptions {
  readonly hash?: string;
  /** What is open beside the picture, as a visit before left it; the page's own choice if not given. */
  readonly views?: 'all' | undefined;
  /** Another page than the product's built one. */
  readonly url?: string;
  /** false: not for the scene of the page, which has none. */
  readonly waits?: boolean;
  /** Runs in the page before its own code. */
  readonly init?: () => void;
  /** Acts on the page before anything is loaded. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Eight steps a second, where it is not the matter how they are seen. */
export const quick: OpenOptions = { hash: '#v=1&speed=8' };

export interface OpenPage {
  /** Opens the built page and waits until its scene runs. Every page must end without an error. */
  open(options?: OpenOptions): Promise<Page>;
  /** What pages complained of so far, which then no longer counts: for a test that provokes it. */
  takeComplaints(): string[];
}

/**
 * A browser for the tests of one file.
 *
 * After each file it expects that no page threw an error or wrote one, or a warning, to the console.
 */
export function useBrowser({
  webgpu = true,
  views = undefined as OpenOptions['views'],
} = {}): OpenPage {
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
    async open({
      hash = '',
      url = inject('pageUrl'),
      waits = true,
      init,
      before,
      views: open = views,
      ...options
    } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      // Pages left open share the GPU with the next ones, until those no longer start.
      onTestFinished(() => context.close());
      // A software GPU on a busy machine draws a frame or two a second.
      context.setDefaultTimeout(90_000);
      // The browser writes most of these to the console, but not a refused `eval` that was caught.
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`the policy's ${violatedDirective} refused ${blockedURI}`),
        );
      });
      const page = await context.newPage();
      await before?.(page);
      if (open === 'all') {
        await page.addInitScript(() => {
          const all = 'controls tools charts code';
          localStorage.setItem('meanfield-views', `1|${all}|${all}`);
        });
      }
      if (init) await page.addInitScript(init);
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        const text = message.text();
        if (!/error|warning/.test(message.type())) return;
        if (!unavoidable.some((known) => known.test(text))) complaints.push(text);
      });
      await page.goto(url + hash);
      const status = page.locator('#status').filter({ hasText: 'step' });
      if (waits) await status.waitFor({ state: 'attached' });
      return page;
    },
    takeComplaints: () => complaints.splice(0),
  };
}
