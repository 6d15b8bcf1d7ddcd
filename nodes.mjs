import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { browserEnvironment, unpackChromium } from './scripts/software-driver.mjs';
const server = await preview({ root:process.cwd(), logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
const url = server.resolvedUrls.local[0];
const folder = await unpackChromium();
const browser = await chromium.launch({ executablePath: `${folder}/chromium`, args: ['--no-sandbox','--disable-features=WebGPU','--use-gl=angle','--use-angle=swiftshader','--js-flags=--expose-gc'], env: { ...process.env, ...(await browserEnvironment()) } });
const page = await browser.newPage({ reducedMotion:'reduce' });
await page.goto(url+'#v=1&scene=meanshift&step=0');
await page.locator('#lesson[data-ready]').waitFor();
const cdp = await page.context().newCDPSession(page);
const count = async () => { await page.evaluate(() => { for (let i=0;i<3;i++) gc(); }); await cdp.send('HeapProfiler.collectGarbage'); await new Promise(r=>setTimeout(r,800)); await cdp.send('HeapProfiler.collectGarbage'); const {nodes,jsEventListeners} = await cdp.send('Memory.getDOMCounters'); return [nodes, jsEventListeners]; };
const turn = (ids, n) => page.evaluate(async ([ids,n]) => { const select = document.querySelector('select[aria-label=Page]'); for (let i=0;i<n;i++) for (const id of ids) { const s=document.querySelector('select[aria-label=Page]'); s.value=id; s.dispatchEvent(new Event('change',{bubbles:true})); while (document.querySelector('#lesson').dataset.ready!==id) await new Promise(requestAnimationFrame); for (let k=0;k<4;k++) await new Promise(requestAnimationFrame);} }, [ids,n]);
for (const ids of [['batches','weighted-average'],['gaussian-kernels','animation'],['distances','broadcasting'],['welcome','animation']]) {
  await turn(ids,2); const a = await count(); await turn(ids,6); const b = await count(); console.log(ids.join(), a, b);
}
await browser.close(); await server.close(); process.exit(0);
