import decodeQR from 'qr/decode.js';

export interface PictureData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The text of a QR code in a picture. In: pixels, four bytes each. Out: undefined where none can be read. */
export function readQrCode({ width, height, data }: PictureData): string | undefined {
  try {
    return decodeQR({ width, height, data });
  } catch {
    // The reader says with an error that there is nothing to read.
    return undefined;
  }
}
