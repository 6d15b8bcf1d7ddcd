import { readFileSync } from 'node:fs';

const file = new URL('../fixtures/lesson-points.csv', import.meta.url);

/** The notebook's 1,500 points, as published with the lesson's facts. */
export const lessonPoints = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [x, y, cluster] = line.split(',').map(Number);
    return { x: Math.fround(x), y: Math.fround(y), cluster };
  });
