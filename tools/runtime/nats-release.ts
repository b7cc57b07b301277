import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const VERSION = 'v2.14.5';
const RELEASES = 'https://github.com/nats-io/nats-server/releases/download';

/** Checksums of the archives, as the NATS project pins them in its own container images. */
const SHA256: Readonly<Record<string, string>> = {
  'linux-amd64': '5e3b603d47c447bda1f77f9ac16dbf91c90aac4ff3681f8fbbc7201e4ed99355',
  'linux-arm64': '673a98d3faa79dde3f9ebf16d6dfac36a5f694e7ad2015e4954dd7939c85cd4c',
};

export interface Release {
  readonly url: string;
  readonly sha256: string;
}

/** The official release for this machine, or undefined where none is pinned. */
export function pinnedRelease(platform: string = process.platform, arch: string = process.arch): Release | undefined {
  const name = `${platform}-${arch === 'x64' ? 'amd64' : arch}`;
  const sha256 = SHA256[name];
  return sha256 === undefined
    ? undefined
    : { url: `${RELEASES}/${VERSION}/nats-server-${VERSION}-${name}.tar.gz`, sha256 };
}

/** Fetches a release into `folder` and answers the program's path. Throws an Error when the checksum differs. */
export async function fetchRelease(folder: string, release: Release | undefined = pinnedRelease()): Promise<string> {
  if (release === undefined) throw new Error(`no release is pinned for ${process.platform} ${process.arch}`);
  const response = await fetch(release.url, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`the official release answered ${response.status}`);
  const archive = Buffer.from(await response.arrayBuffer());
  const sha256 = createHash('sha256').update(archive).digest('hex');
  if (sha256 !== release.sha256)
    throw new Error(`the official release has the checksum ${sha256} and not ${release.sha256}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'release.tar.gz'), archive);
  await promisify(execFile)('tar', ['-xzf', 'release.tar.gz', '--strip-components=1'], { cwd: folder });
  return join(folder, 'nats-server');
}
