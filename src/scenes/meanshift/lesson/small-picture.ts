import { query } from 'bitecs';
import { currentTheme } from '../../../view/theme.ts';
import type { SceneWorld } from '../sim/scene-world.ts';

/** What a world looks like, in a canvas of the page; coordinates from −40 to 40 along both axes. */
const extent = 40;

/**
 * @param progress from where the points were before the last step (0) to where they are (1)
 */
export function drawSmallPicture(
  canvas: HTMLCanvasElement,
  world: SceneWorld,
  progress: number,
): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2D canvas');
  const { Position, PreviousPosition, Source, Row } = world.components;
  const { clusters } = currentTheme();
  const scale = canvas.width / (2 * extent);
  const radius = canvas.width / 180;
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const point of query(world, [Position, Source, Row])) {
    const x = mix(PreviousPosition.x[point], Position.x[point], progress);
    const y = mix(PreviousPosition.y[point], Position.y[point], progress);
    const colour = clusters[Source.cluster[point] % clusters.length];
    context.fillStyle = `#${colour.toString(16).padStart(6, '0')}`;
    context.beginPath();
    context.arc((x + extent) * scale, (extent - y) * scale, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

const mix = (from: number, to: number, t: number) => from + (to - from) * t;
