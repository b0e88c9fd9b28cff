import { composeSheet, type SheetTexts, toSvgText } from './figure-sheet.ts';

export interface ImageWish extends SheetTexts {
  readonly format: 'png' | 'svg';
  /** File name without ending. */
  readonly name: string;
}

/**
 * Saves the first chart in `place` as a picture with its sentence above and its source below.
 * Works under the strict policy: nothing but blob: addresses, no inline styles. Rejects where the browser cannot draw it.
 */
export async function saveFigureImage(place: HTMLElement | null, wish: ImageWish): Promise<void> {
  const svg = place?.querySelector<SVGSVGElement>('svg[data-figure], svg.recharts-surface, svg');
  if (!svg) throw new Error('There is no picture to save');
  const sheet = composeSheet(svg, wish);
  const drawing = new Blob([toSvgText(sheet)], { type: 'image/svg+xml;charset=utf-8' });
  saveBlob(wish.format === 'svg' ? drawing : await paintPng(drawing, sheet), `${wish.name}.${wish.format}`);
}

/** Twice the size on screen, so that it is sharp in a document. */
async function paintPng(drawing: Blob, sheet: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Number(sheet.getAttribute('width')) * 2;
    canvas.height = Number(sheet.getAttribute('height')) * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture came out empty'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
