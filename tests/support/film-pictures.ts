import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright';

const [width, height] = [640, 480] as const;
const framesPerSecond = 10;
/** Each picture is before the camera for so long, as a code is on a screen. */
const framesOfPicture = 5;

/** Flags of a browser whose camera sees a film, round and round. In: the film's file. */
export const cameraFlags = (film: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/**
 * Films pictures as a hand would that holds a phone: turned a little, not filling the view, out of focus, in poor light.
 * In: a page to draw on, pictures as PNG, and where the film shall lie.
 */
export async function filmPictures(page: Page, pictures: readonly Buffer[], film: string): Promise<void> {
  const frame = { width, height };
  const chunks: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)];
  const grey = Buffer.alloc((width * height) / 2, 128);
  for (const picture of pictures) {
    const light = await page.evaluate(photograph, { png: picture.toString('base64'), ...frame });
    for (let count = 0; count < framesOfPicture; count += 1)
      chunks.push(Buffer.from('FRAME\n'), Buffer.from(light, 'base64'), grey);
  }
  writeFileSync(film, Buffer.concat(chunks));
}

interface Shot {
  readonly png: string;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page. Out: how light each pixel is, row by row, in base64. */
async function photograph({ png, width, height }: Shot): Promise<string> {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Nothing to draw on');
  context.fillStyle = '#b9b4a8';
  context.fillRect(0, 0, width, height);
  context.filter = 'blur(0.6px) brightness(0.85)';
  context.translate(width / 2, height / 2);
  context.rotate(0.07);
  const side = height * 0.88;
  context.drawImage(picture, -side / 2, -side / 2, side, side);
  const { data } = context.getImageData(0, 0, width, height);
  let light = '';
  for (let at = 0; at < data.length; at += 4) light += String.fromCharCode(data[at] ?? 0);
  return btoa(light);
}
