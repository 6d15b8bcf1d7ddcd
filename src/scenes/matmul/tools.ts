import './tools/tools.css';
import type { Tool } from '../tool.ts';
import { broadcastTool } from './tools/broadcast-tool.ts';
import { einsumTool } from './tools/einsum-tool.ts';
import { ladderTool } from './tools/ladder-tool.ts';

export const tools: readonly Tool<never>[] = [ladderTool, broadcastTool, einsumTool];
