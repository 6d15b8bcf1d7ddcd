import { createHash } from 'node:crypto';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** One in so many mutants is tried. */
const oneIn = Number(process.env.MUTANTS_ONE_IN ?? 1);

/** Draws mutants by a hash of what they are, so the same code gives the same sample. */
class Sample {
  async init() {
    // Nothing to make ready.
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isDrawn(mutant)
          ? { status: 'passed' }
          : { status: 'compileError', reason: 'not in the sample' },
      ]),
    );
  }
}

function isDrawn({ fileName, location, mutatorName, replacement }) {
  const file = fileName.slice(fileName.lastIndexOf('/src/'));
  const text = JSON.stringify([file, location, mutatorName, replacement]);
  return createHash('sha256').update(text).digest().readUInt32BE(0) % oneIn === 0;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)];
