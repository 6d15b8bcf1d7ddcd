import type { ScenePage } from '../scene-page.ts';
import { lesson } from './lesson/lesson.ts';
import type { MatmulDescription } from './sim/describe.ts';
import type { SceneWorld } from './sim/scene-world.ts';
import { tools } from './tools/tools.ts';
import { charts } from './view/charts.ts';
import { code, codeValues } from './view/code.ts';
import { openView } from './view/view.ts';

export const page: ScenePage<SceneWorld, MatmulDescription> = {
  openView,
  charts,
  code,
  codeValues,
  lesson,
  tools,
};
