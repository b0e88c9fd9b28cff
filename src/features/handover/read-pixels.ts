/** Pixels of what is looked at, no larger than a reader of codes needs. */
const largestSide = 1200;

/** In: a picture that a person has chosen. Out: the text of the code in it; undefined when none can be read. */
export async function readPicture(file: File): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const text = await readPixels(picture, picture.width, picture.height);
    picture.close();
    return text;
  } catch {
    // The browser cannot open it as a picture: to a person, there is no code in it.
    return undefined;
  }
}

/** The same of what a camera shows now. */
export const readVideo = async (video: HTMLVideoElement): Promise<string | undefined> =>
  video.videoWidth === 0 ? undefined : readPixels(video, video.videoWidth, video.videoHeight);

async function readPixels(source: CanvasImageSource, width: number, height: number): Promise<string | undefined> {
  const scale = Math.min(1, largestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { readQrCode } = await import('#documents/qr-read.ts');
  return readQrCode(context.getImageData(0, 0, canvas.width, canvas.height));
}
