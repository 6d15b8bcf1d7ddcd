/**
 * Breaks the code in many small ways, one at a time, and tells which of them no test near it
 * notices: `npm run mutants` for all of it, `npm run mutants -- maths` for a part (see parts.mjs),
 * `npm run mutants -- expression 5` for one in five, drawn by a hash. docs/mutants.md has the rest.
 */
import { spawn } from 'node:child_process';
import { parts } from './parts.mjs';

let worst = 0;
const [only, oneIn = '1'] = process.argv.slice(2);
for (const name of only ? [only] : Object.keys(parts)) {
  const child = spawn(process.execPath, ['scripts/with-driver.mjs', 'stryker', 'run'], {
    stdio: 'inherit',
    env: { ...process.env, MUTANTS: name, MUTANTS_ONE_IN: oneIn },
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  // A weak part hides none of those after it.
  worst = Math.max(worst, code ?? 1);
}
process.exitCode = worst;
