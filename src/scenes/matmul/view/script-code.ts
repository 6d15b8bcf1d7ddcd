import broadcastSource from '../../../maths/matmul/multiply-broadcast.ts?raw';
import dotSource from '../../../maths/matmul/multiply-dot.ts?raw';
import loopsSource from '../../../maths/matmul/multiply-loops.ts?raw';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';
import { cutFunction } from '../../../view/code-lines.ts';
import type { CodeListing } from '../../../view/code-listing.ts';
import broadcastPython from '../lesson/broadcast.py?raw';
import dotPython from '../lesson/dot.py?raw';
import loopsPython from '../lesson/loops.py?raw';
import { cutConstant } from './cut-constant.ts';
import { type PhaseLines, phasesOf } from './phase-lines.ts';
import { pythonListing as python } from './python-listing.ts';

const script = (text: string, phases: PhaseLines): CodeListing => ({
  language: 'TypeScript',
  text,
  note: 'This is what runs: plain TypeScript, whatever the backend is.',
  phases,
});

const loopsScript = cutConstant(loopsSource, 'multiplyLoops');
const dotScript = [cutConstant(dotSource, 'multiplyDot'), cutFunction(dotSource, 'dot')].join(
  '\n\n',
);
const broadcastScript = cutConstant(broadcastSource, 'multiplyBroadcast');
/** The methods that are TypeScript on every machine. */
export const scriptCode: Partial<Readonly<Record<MatmulMethod, readonly CodeListing[]>>> = {
  loops: [
    python(
      loopsPython,
      phasesOf(loopsPython, 'x, y = a', 'product = x', 'total = c[', 'c[i, j] = total'),
    ),
    script(
      loopsScript,
      phasesOf(
        loopsScript,
        ['for (let i', 'for (let t'],
        'c[i * n + j] +=',
        'c[i * n + j] +=',
        'c[i * n + j] +=',
      ),
    ),
  ],
  dot: [
    python(
      dotPython,
      phasesOf(dotPython, 'row, column', 'products = ', 'total = ', 'c[i, j] = total'),
    ),
    script(
      dotScript,
      phasesOf(dotScript, 'const row = ', 'sum += u[t]', 'sum += u[t]', 'c[i * n + j] +='),
    ),
  ],
  broadcast: [
    python(
      broadcastPython,
      phasesOf(broadcastPython, 'row = a', 'products = row', 'total = ', 'c[i] = total'),
    ),
    script(
      broadcastScript,
      phasesOf(
        broadcastScript,
        'const stretched = ',
        '= stretched *',
        'c[first + j] +=',
        'c[first + j] +=',
      ),
    ),
  ],
};
