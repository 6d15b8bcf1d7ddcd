import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';

const scripts = () =>
  readdirSync(inject('builtPage'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, text: readFileSync(join(inject('builtPage'), file), 'utf8') }));

it('is a production build: no library in its development version', () => {
  expect(scripts().length).toBeGreaterThan(5);
  const development = /dev(elopment)?[- ]mode|Not recommended for production/i;
  expect(scripts().filter(({ text }) => development.test(text))).toEqual([]);
});

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; " +
  "font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

it('says what it may load and run before it loads anything', () => {
  const page = readFileSync(join(inject('builtPage'), 'index.html'), 'utf8');
  const [, meta] = /<head>\s*(<meta [^>]*>)/.exec(page) ?? [];
  expect(meta).toContain('http-equiv="Content-Security-Policy"');
  const content = /content="([^"]*)"/.exec(meta ?? '')?.[1];
  expect(content?.replaceAll('&#39;', "'")).toBe(policy);
});

it('has no script in its HTML, and no handler', () => {
  const page = readFileSync(join(inject('builtPage'), 'index.html'), 'utf8');
  for (const [script, attributes, text] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    expect(attributes, script).toMatch(/ src="\.\//);
    expect(text, script).toBe('');
  }
  expect(page).not.toMatch(/<[^>]*\son[a-z]+=/);
});
