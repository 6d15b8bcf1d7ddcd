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
