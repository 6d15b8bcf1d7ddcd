import type { ScenePage } from '../page-registry.ts';
import { openView } from './view.ts';

export const scenePage: ScenePage = { openView, charts: [], code: [], lesson: [] };
