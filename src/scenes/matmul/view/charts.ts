import { matmulMethods } from '../../../systems/matmul/world.ts';
import type { Chart, ChartData } from '../../../view/chart.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { runsAsNamed } from '../sim/runs-as-named.ts';
import { ladderResults } from '../studies/ladder-results.ts';
import { publishedMs } from '../studies/published-figures.ts';

const nothing: ChartData = { x: [], y: [[], [], []], marks: [] };

/** The ladder: what each method takes here, and what the notebook printed on its own machines. */
const ladder: Chart<EnteredMatmul> = {
  id: 'ladder',
  title: 'The ladder',
  help: 'Milliseconds a product. Bars were measured on this machine, pale where the CPU did what the GPU’s kernel would; diamonds are what the notebook printed on its author’s machines.',
  x: { label: 'method', categories: matmulMethods },
  y: { label: 'time', unit: 'ms', log: true },
  series: [
    { label: 'measured here', kind: 'bars', colour: '--cluster-0' },
    { label: 'published, elsewhere', kind: 'diamonds', colour: '--cluster-1' },
    { label: 'the CPU in its place, here', kind: 'bars', colour: '--ink-soft' },
  ],
  data({ world }) {
    const { shape, reports } = ladderResults(world.compute);
    if (reports.length === 0) return nothing;
    const measured = (isAsNamed: boolean) =>
      matmulMethods.map((method) =>
        runsAsNamed(method, world.compute) === isAsNamed
          ? (reports.find(({ name }) => name === method)?.medianMs ?? null)
          : null,
      );
    return {
      x: matmulMethods.map((_, i) => i),
      y: [
        measured(true),
        matmulMethods.map((method) => publishedMs(shape, method)),
        measured(false),
      ],
      marks: [],
    };
  },
};

export const charts: readonly Chart<EnteredMatmul>[] = [ladder];
