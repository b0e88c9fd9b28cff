import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlNode } from './parse-xml.ts';

/** An office file as its parts: the text of each, and what an XML reader makes of it. */
export interface OfficeFile {
  readonly names: readonly string[];
  readonly text: (name: string) => string;
  readonly xml: (name: string) => XmlNode;
}

export function openOfficeFile(bytes: Uint8Array): OfficeFile {
  const parts = unzipSync(bytes);
  const text = (name: string) => {
    const part = parts[name];
    if (!part) throw new Error(`${name} is missing, there are: ${Object.keys(parts).join(', ')}`);
    return strFromU8(part);
  };
  return { names: Object.keys(parts), text, xml: (name) => parseXml(text(name)) };
}
