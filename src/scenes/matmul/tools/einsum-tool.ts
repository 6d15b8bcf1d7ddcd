import { render } from 'lit-html';
import { InputError } from '../../../base/input-error.ts';
import { runEinsum } from '../../../gpu/einsum/einsum.ts';
import { EinsumError } from '../../../maths/einsum/einsum-error.ts';
import type { ResolvedEinsum } from '../../../maths/einsum/resolve-einsum.ts';
import { torchRandom } from '../../../maths/torch-random.ts';
import type { Tool } from '../../tool.ts';
import { drawEinsumTool } from './draw-einsum-tool.ts';
import { einsumExamples as examples } from './einsum-examples.ts';
import type { EinsumOutcome } from './einsum-picture.ts';
import { operandCount, type Understood, understandEinsum } from './understand-einsum.ts';

/** Type an expression and its operands' shapes, see its axes, and run it. */
export const einsumTool: Tool = {
  id: 'einsum',
  title: 'Einsum',
  help: 'Letters that come twice are multiplied; letters that the result lacks are summed. Any expression that numpy takes.',
  open(host, { compute, failed }) {
    let chosen = 0;
    let expression = examples[0].expression;
    let shapeTexts = [...examples[0].shapes];
    let refused = '';
    let understood = understand();
    let outcome: EinsumOutcome | null = null;
    let isRunning = false;
    let ended = false;

    /** What the fields say, or null with a sentence where they say nothing that makes sense. */
    function understand(): Understood | null {
      try {
        while (shapeTexts.length < operandCount(expression)) shapeTexts.push('2, 2');
        const understood = understandEinsum(expression, shapeTexts);
        refused = '';
        return understood;
      } catch (error) {
        if (!(error instanceof EinsumError || error instanceof InputError)) throw error;
        refused = error.message;
        return null;
      }
    }

    function typed(): void {
      chosen = -1;
      // The last good one stays in sight while something is half typed.
      const now = understand();
      if (now) {
        understood = now;
        outcome = null;
      }
      draw();
    }

    function choose(index: number): void {
      chosen = index;
      ({ expression } = examples[index]);
      shapeTexts = [...examples[index].shapes];
      understood = understand();
      outcome = null;
      draw();
    }

    function run(): void {
      if (!understood) return;
      const asked = understood;
      const { einsum } = asked;
      isRunning = true;
      draw();
      const begun = performance.now();
      runEinsum(compute, einsum.text, randomOperands(einsum))
        .then((result) => {
          // Something else may be typed by now.
          if (understood !== asked) return;
          outcome = { ...result, ms: compute.lastRunMs ?? performance.now() - begun };
        })
        .catch(failed)
        .finally(() => {
          isRunning = false;
          draw();
        });
    }

    const told = {
      choose,
      run,
      expressionTyped(text: string) {
        expression = text;
        typed();
      },
      shapeTyped(index: number, text: string) {
        shapeTexts[index] = text;
        typed();
      },
    };

    function draw(): void {
      if (ended) return;
      const shown = { chosen, expression, shapeTexts, refused, understood, outcome, isRunning };
      render(drawEinsumTool(shown, told), host);
    }
    draw();
    return {
      dispose() {
        ended = true;
      },
    };
  },
};

/** Operands of the shapes that are asked for, filled evenly from −1 to 1. */
function randomOperands({ shapes }: ResolvedEinsum) {
  const random = torchRandom(42);
  return shapes.map((shape) => ({
    shape,
    data: Float64Array.from(
      random.uniforms(shape.reduce((product, size) => product * size, 1)),
      (u) => 2 * u - 1,
    ),
  }));
}
