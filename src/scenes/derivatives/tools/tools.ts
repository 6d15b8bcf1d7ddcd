import type { Tool } from '../../tool.ts';
import { chainRuleTool } from './chain-rule-tool.ts';
import { digitsTool } from './digits-tool.ts';
import { dualTool } from './dual-tool.ts';
import { formulaTool } from './formula-tool.ts';
import { infinitesimalsTool } from './infinitesimals-tool.ts';

export const tools: readonly Tool<never>[] = [
  formulaTool,
  digitsTool,
  infinitesimalsTool,
  dualTool,
  chainRuleTool,
];
