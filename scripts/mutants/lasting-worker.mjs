import { parentPort } from 'node:worker_threads';
import { init, runBaseTests, setupEnvironment } from 'vitest/worker';
import { part } from './parts.mjs';

const listeners = [];
parentPort.on('message', (message) => {
  // Every run begins with listeners of its own, behind the first, which is vitest's loop.
  if (message?.type === 'start') listeners.length = 1;
  for (const listener of [...listeners]) listener(message);
});

/** What is there for its size, or for a compiler's time, says no more of the code than its quick likes. */
const slow = [
  '10,000 points',
  '1500 points',
  "lesson's points",
  'batches of (500|1250)',
  '4096×8',
  'reasonable time',
  'high-order difference',
  ...(part.leaveOut ?? []),
];
const quick = new RegExp(`^(?!.*(?:${slow.join('|')}))`);

const stays = /\/node_modules\/|\/deps_ssr\/|\/tests\/support\/webgpu\.ts$/;
let modules = null;

/**
 * What a mutant left behind in a module must not meet the next one, so our modules are evaluated
 * anew; libraries stay, and so does Dawn, which may not be let go while a device lives.
 */
function forgetOurModules() {
  for (const module of modules?.idToModuleMap.values() ?? []) {
    const { file } = module;
    if (stays.test(file)) continue;
    modules.invalidateModule(module);
  }
}

init({
  post: (message) => parentPort.postMessage(message),
  on: (listener) => listeners.push(listener),
  off: (listener) => listeners.splice(listeners.indexOf(listener), 1),
  setup: setupEnvironment,
  onModuleRunner: (runner) => {
    modules = runner.evaluatedModules;
  },
  runTests(state, traces) {
    forgetOurModules();
    state.config.testNamePattern ??= quick;
    return runBaseTests('run', state, traces);
  },
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
});
