import './tools.css';
import type { Tool } from '../../tool.ts';
import { broadcastTool } from './broadcast-tool.ts';
import { einsumTool } from './einsum-tool.ts';
import { ladderTool } from './ladder-tool.ts';

export const tools: readonly Tool<never>[] = [ladderTool, broadcastTool, einsumTool];
