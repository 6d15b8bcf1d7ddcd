import './tools.css';
import type { Tool } from '../../tool.ts';
import type { MatmulDescription } from '../sim/describe.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { broadcastTool } from './broadcast-tool.ts';
import { einsumTool } from './einsum-tool.ts';
import { ladderTool } from './ladder-tool.ts';

export const tools: readonly Tool<SceneWorld, MatmulDescription>[] = [
  ladderTool,
  broadcastTool,
  einsumTool,
];
