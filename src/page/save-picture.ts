import type { Stage } from '../view/stage.ts';

/** Saves what the stage shows as a PNG, on the ground colour of the theme. */
export async function savePicture(stage: Stage, fileName: string): Promise<void> {
  const picture = await drawPicture(stage);
  const address = URL.createObjectURL(picture);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Some browsers read it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @throws Error if the browser gives no picture of the canvas */
export async function drawPicture(stage: Stage): Promise<Blob> {
  const source = stage.renderer.canvas as HTMLCanvasElement;
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures to save');
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  // In one task with the drawing: afterwards the browser takes the canvas's content away.
  stage.render();
  for (const layer of stage.layers) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture could not be made'));
    }, 'image/png');
  });
}
