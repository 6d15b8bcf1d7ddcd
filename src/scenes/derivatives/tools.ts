import type { Tool } from '../tool.ts';
import { chainRuleTool } from './tools/chain-rule-tool.ts';
import { digitsTool } from './tools/digits-tool.ts';
import { dualTool } from './tools/dual-tool.ts';
import { formulaTool } from './tools/formula-tool.ts';
import { infinitesimalsTool } from './tools/infinitesimals-tool.ts';

export const tools: readonly Tool<never>[] = [
  formulaTool,
  digitsTool,
  infinitesimalsTool,
  dualTool,
  chainRuleTool,
];
