import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(new URL(file, folder), 'utf8'),
}));

it('names every action by its commit, and says which version that is', () => {
  const uses = workflows.flatMap(({ file, text }) =>
    [...text.matchAll(/^.*\buses:.*$/gm)].map(([line]) => `${file}: ${line.trim()}`),
  );
  expect(uses.length).toBeGreaterThan(0);
  const pinned = /uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
});

it('publishes after the tests of the same commit alone, and from main alone', () => {
  const publishing = workflows.flatMap(({ text }) =>
    // A job begins two spaces in.
    text.split(/^(?= {2}[\w-]+:$)/m).filter((job) => job.includes('actions/deploy-pages')),
  );
  expect(publishing).toHaveLength(1);
  expect(publishing[0]).toMatch(/^ {4}needs: test$/m);
  // No always() or the like, which would run it after a failure, too.
  expect(publishing[0]).toMatch(
    /^ {4}if: github\.event_name == 'push' && github\.ref == 'refs\/heads\/main'$/m,
  );
});
