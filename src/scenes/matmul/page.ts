import type { ScenePage } from '../page-registry.ts';
import { lesson } from './lesson/lesson.ts';
import { tools } from './tools/tools.ts';
import { charts } from './view/charts.ts';
import { code, codeValues } from './view/code.ts';
import { openView } from './view/view.ts';

export const scenePage: ScenePage = { openView, charts, code, codeValues, lesson, tools };
