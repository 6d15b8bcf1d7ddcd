import { drawLabels } from './draw-labels.ts';
import { type PictureText, writeUnder } from './picture-text.ts';
import type { Session } from './session.ts';

/** Fine enough for print and for screens of any kind. */
const leastRatio = 2;

/** Saves what the stage shows as a PNG of twice its size, with a text under it where one is given. */
export async function savePicture(
  session: Pick<Session, 'stage' | 'notify'>,
  host: HTMLElement,
  fileName: string,
  text: PictureText | null,
): Promise<void> {
  // A type that is still on its way would be another one in the picture.
  await document.fonts.ready;
  const picture = await drawPicture(session, host, text);
  const address = URL.createObjectURL(picture);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Some browsers read it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @throws Error if the browser gives no picture of the canvas */
async function drawPicture(
  { stage }: Pick<Session, 'stage'>,
  host: HTMLElement,
  text: PictureText | null,
): Promise<Blob> {
  const drawn = stage.picture(Math.max(leastRatio, window.devicePixelRatio || 1));
  const ratio = drawn.width / stage.camera.width;
  const picture = document.createElement('canvas');
  picture.width = drawn.width;
  picture.height = drawn.height;
  const pen = picture.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures to save');
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--surface');
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(drawn, 0, 0);
  drawLabels(pen, host, ratio);
  const whole = text === null ? picture : writeUnder(picture, text, ratio);
  return new Promise((resolve, reject) => {
    whole.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture could not be made'));
    }, 'image/png');
  });
}
