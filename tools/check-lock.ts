import { readFileSync } from 'node:fs';

interface Locked {
  readonly packages: Readonly<
    Record<string, { integrity?: string; link?: boolean; optionalDependencies?: Record<string, string> }>
  >;
}

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const faults: string[] = [];

function isLocked(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

for (const [path, { integrity, link, optionalDependencies }] of Object.entries(packages)) {
  if (path.includes('node_modules/') && !link && !integrity) faults.push(`${path} is locked without its integrity`);
  // a lock that was made on one platform can lack the packages of the others; npm ci fails there
  for (const name of Object.keys(optionalDependencies ?? {}))
    if (!isLocked(name, path)) faults.push(`${path || 'package.json'} names ${name}, which is not locked`);
}
for (const [name, version] of Object.entries({
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
})) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${name}@${version} is not an exact version`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
