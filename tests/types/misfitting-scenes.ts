/** What the compiler has to refuse; `npm run typecheck` looks whether it does. */
import { page as derivativesPage } from '../../src/scenes/derivatives/page.ts';
import { headless as matmulHeadless } from '../../src/scenes/matmul/headless/headless.ts';
import { page as matmulPage } from '../../src/scenes/matmul/page.ts';
import { scene as matmul } from '../../src/scenes/matmul/scene.ts';
import { page as meanShiftPage } from '../../src/scenes/meanshift/page.ts';
import { scene as meanShift } from '../../src/scenes/meanshift/scene.ts';
import { defineScene } from '../../src/scenes/scene.ts';

const { visit: _, ...ofMatmul } = matmul;
const { visit: __, ...ofMeanShift } = meanShift;
const { lesson: meanShiftLesson = [] } = meanShiftPage;
const { charts: derivativesCharts = [] } = derivativesPage;
const { openView: matmulView } = matmulPage;
const meanShiftAll = async () => ({ page: meanShiftPage });
const withLessonOfAnother = async () => ({ page: { ...matmulPage, lesson: meanShiftLesson } });
const withChartsOfAnother = async () => ({ page: { ...meanShiftPage, charts: derivativesCharts } });
const withViewOfAnother = async () => ({ page: { ...meanShiftPage, openView: matmulView } });

// Its own page fits.
defineScene({ ...ofMeanShift, page: meanShiftAll });

// @ts-expect-error another scene's page reads a world that is not there
defineScene({ ...ofMatmul, page: meanShiftAll });

// @ts-expect-error another scene's lesson asks for what this world does not have
defineScene({ ...ofMatmul, page: withLessonOfAnother });

// @ts-expect-error another scene's charts read another description
defineScene({ ...ofMeanShift, page: withChartsOfAnother });

// @ts-expect-error another scene's view draws another world
defineScene({ ...ofMeanShift, page: withViewOfAnother });

// @ts-expect-error another scene's schedule moves another world
defineScene({ ...ofMeanShift, schedule: matmul.schedule });

// @ts-expect-error another scene's headless side asks for other parameters
defineScene({ ...ofMeanShift, headless: async () => ({ headless: matmulHeadless }) });

// @ts-expect-error a world's values are those of the table
defineScene({ ...ofMeanShift, parameters: matmul.parameters });
