import type { PublicFacts } from '#domain/public-page/public-facts.ts';
import type { PublicVersion } from '#domain/public-page/public-version.ts';
import { writeDcat, writePublicCsv, writePublicJson } from '#domain/public-page/write-public-data.ts';
import { writePublicHtml } from '#domain/public-page/write-public-html.ts';
import { writeDcatXml } from '#domain/public-page/write-public-rdf.ts';
import { downloadFile } from '#ui/download-file.ts';

export const publicFileKinds = ['html', 'csv', 'json', 'jsonld', 'rdf'] as const;
export type PublicFileKind = (typeof publicFileKinds)[number];

interface PublicFile {
  readonly type: string;
  readonly write: (facts: PublicFacts, versions: readonly PublicVersion[], address: string) => string;
}

const files: Readonly<Record<PublicFileKind, PublicFile>> = {
  html: { type: 'text/html;charset=utf-8', write: (facts, versions) => writePublicHtml(facts, versions) },
  csv: { type: 'text/csv;charset=utf-8', write: writePublicCsv },
  json: { type: 'application/json', write: writePublicJson },
  jsonld: { type: 'application/ld+json', write: (facts, _versions, address) => writeDcat(facts, address) },
  rdf: { type: 'application/rdf+xml', write: (facts, _versions, address) => writeDcatXml(facts, address) },
};

/** Where a version is found once a server publishes it. */
export const toPublicAddress = ({ slug }: PublicFacts, origin: string): string =>
  `${origin}/offentlig/${slug.municipality}/${slug.promise}`;

/** Saves what residents see as a file, made by the same functions as the server's. */
export function downloadPublicFile(
  kind: PublicFileKind,
  { facts, versions }: { readonly facts: PublicFacts; readonly versions: readonly PublicVersion[] },
): void {
  const { type, write } = files[kind];
  const text = write(facts, versions, toPublicAddress(facts, location.origin));
  downloadFile(`${facts.slug.municipality}-${facts.slug.promise}.${kind}`, new Blob([text], { type }));
}
