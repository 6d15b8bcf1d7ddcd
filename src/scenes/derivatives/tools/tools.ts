import type { Tool } from '../../tool.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { chainRuleTool } from './chain-rule-tool.ts';
import { digitsTool } from './digits-tool.ts';
import { dualTool } from './dual-tool.ts';
import { formulaTool } from './formula-tool.ts';
import { infinitesimalsTool } from './infinitesimals-tool.ts';

export const tools: readonly Tool<SceneWorld, DerivativesDescription>[] = [
  formulaTool,
  digitsTool,
  infinitesimalsTool,
  dualTool,
  chainRuleTool,
];
