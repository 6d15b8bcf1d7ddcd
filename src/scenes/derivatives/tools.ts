import type { Tool } from '../tool.ts';
import { digitsTool } from './tools/digits-tool.ts';
import { formulaTool } from './tools/formula-tool.ts';

export const tools: readonly Tool<never>[] = [formulaTool, digitsTool];
