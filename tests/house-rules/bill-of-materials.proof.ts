/** `npm run sbom`: writes the bill of materials of this release into `dist`, for whoever keeps it with the release. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeBillOfMaterials } from './bill-of-materials.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const bill = writeBillOfMaterials(lock);
const { name, version } = bill.metadata.component;
const file = `dist/${name}-${version}.cdx.json`;
mkdirSync('dist', { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
process.stdout.write(`${file}: ${bill.components.length} packages\n`);
