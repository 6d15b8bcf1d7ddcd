import type { ScenePage } from '../page-registry.ts';
import { charts } from './charts.ts';
import { code, codeValues } from './code.ts';
import { lesson } from './lesson.ts';
import { tools } from './tools.ts';
import { openView } from './view.ts';

export const scenePage: ScenePage = { openView, charts, code, codeValues, lesson, tools };
