import { matmulMethods } from '../../systems/matmul/world.ts';
import type { Chart, ChartData } from '../../view/chart.ts';
import type { EnteredMatmul } from './enter-matmul.ts';
import { ladderResults } from './ladder-results.ts';
import { publishedMs } from './published-figures.ts';

const nothing: ChartData = { x: [], y: [[], []], marks: [] };

/** The ladder: what each method takes here, and what the notebook printed on its own machines. */
const ladder: Chart<EnteredMatmul> = {
  id: 'ladder',
  title: 'The ladder',
  help: 'Milliseconds a product. Bars were measured on this machine; diamonds are what the notebook printed on its author’s machines.',
  x: { label: 'method', categories: matmulMethods },
  y: { label: 'time', unit: 'ms', log: true },
  series: [
    { label: 'measured here', kind: 'bars', colour: '--cluster-0' },
    { label: 'published, elsewhere', kind: 'diamonds', colour: '--cluster-1' },
  ],
  data({ world }) {
    const { shape, reports } = ladderResults(world.compute);
    if (reports.length === 0) return nothing;
    return {
      x: matmulMethods.map((_, i) => i),
      y: [
        matmulMethods.map(
          (method) => reports.find(({ name }) => name === method)?.medianMs ?? null,
        ),
        matmulMethods.map((method) => publishedMs(shape, method)),
      ],
      marks: [],
    };
  },
};

export const charts: readonly Chart<EnteredMatmul>[] = [ladder];
