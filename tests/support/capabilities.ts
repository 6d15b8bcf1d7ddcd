import type { TestProject } from 'vitest/node';
import { unpackChromium } from '../../scripts/software-driver.mjs';
import { openDawn } from './webgpu.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether kernels can run on WebGPU in this process, on whatever adapter. */
    webgpu: boolean;
    /** The browser's path, or null. */
    browser: string | null;
  }
}

/** Finds out what can run here. What cannot is named in the summary, and fails in CI. */
export async function setup(project: TestProject): Promise<() => void> {
  const missing: string[] = [];
  const gpu = await openDawn();
  const adapter = await gpu?.requestAdapter();
  if (!adapter)
    missing.push('the WebGPU half of tests/gpu and tests/systems: Dawn found no adapter');
  const browser = await findBrowser();
  if (!browser) missing.push('tests/page: no Chromium was found; set MEANFIELD_BROWSER to one');
  project.provide('webgpu', Boolean(adapter));
  project.provide('browser', browser);
  if (missing.length > 0 && process.env.CI) {
    throw new Error(`cannot run here, and CI must run everything:\n${missing.join('\n')}`);
  }
  return () => {
    for (const what of missing) console.error(`NOT RUN HERE: ${what}`);
  };
}

async function findBrowser(): Promise<string | null> {
  if (process.env.MEANFIELD_BROWSER) return process.env.MEANFIELD_BROWSER;
  const folder = await unpackChromium();
  if (folder) return `${folder}/chromium`;
  const { existsSync } = await import('node:fs');
  const installed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ];
  return installed.find((path) => existsSync(path)) ?? null;
}
