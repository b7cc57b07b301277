import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseDeb822, parseSourcesList } from './apt-sources.ts';
import type { AptSource } from './apt-sources.ts';
import { childEnvironment } from './environment.ts';

const APT = '/etc/apt';
const LIMIT_MS = 180_000;
const DEBIAN = {
  suites: ['forky', 'sid'],
  component: 'main',
  aliases: ['oldstable', 'stable', 'testing', 'unstable', 'sid'],
};
const UBUNTU = { suites: ['devel'], component: 'universe', aliases: ['devel'] };

/**
 * Unpacks the nats-server of a newer suite of this machine's distribution into `folder` and answers its path. Uses an
 * apt of its own (state, lists, cache and sources in `folder`), so that nothing on the machine changes and no
 * privilege is needed; mirror, key and proxy are the machine's. Throws an Error that says why no suite served.
 */
export async function fetchFromDebian(folder: string, isUsable: (binary: string) => Promise<boolean>): Promise<string> {
  if (!existsSync(APT)) throw new Error('this machine has no apt');
  const { suites, component, mirrors } = ownArchive();
  if (mirrors.length === 0)
    throw new Error(`the sources of apt name no archive of this distribution with ${component}`);
  const faults: string[] = [];
  const places = suites.flatMap((suite) => mirrors.map((mirror, number) => ({ suite, mirror, number })));
  for (const { suite, mirror, number } of places) {
    try {
      const binary = await fetchSuite(join(folder, `${suite}-${number}`), mirror, suite, component);
      if (await isUsable(binary)) return binary;
      faults.push(`${suite}: too old, or does not run here`);
    } catch (error) {
      faults.push(`${suite}: ${briefly(error)}`);
    }
  }
  throw new Error(faults.join('; '));
}

function ownArchive(): { suites: string[]; component: string; mirrors: AptSource[] } {
  const release = readFileSync('/etc/os-release', 'utf8');
  const value = (name: string) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
  const { suites, component, aliases } = value('ID') === 'ubuntu' ? UBUNTU : DEBIAN;
  const codename = value('VERSION_CODENAME');
  const mirrors = machineSources().filter(
    (s) => s.components.includes(component) && [codename, ...aliases].includes(s.suite),
  );
  return {
    suites,
    component,
    mirrors: mirrors.filter((one, at) => mirrors.findIndex((other) => other.uri === one.uri) === at),
  };
}

function machineSources(): AptSource[] {
  const parts = join(APT, 'sources.list.d');
  const names = existsSync(parts)
    ? readdirSync(parts)
        .toSorted()
        .map((name) => join(parts, name))
    : [];
  return [join(APT, 'sources.list'), ...names].filter(existsSync).flatMap((path) => {
    if (path.endsWith('.list')) return parseSourcesList(readFileSync(path, 'utf8'));
    return path.endsWith('.sources') ? parseDeb822(readFileSync(path, 'utf8')) : [];
  });
}

async function fetchSuite(folder: string, mirror: AptSource, suite: string, component: string): Promise<string> {
  await prepare(folder, mirror, suite, component);
  const env = childEnvironment({ LC_ALL: 'C' });
  const run = async (program: string, ...args: string[]) =>
    await promisify(execFile)(program, args, { cwd: folder, timeout: LIMIT_MS, env });
  await run('apt-get', '-c', join(folder, 'apt.conf'), 'update');
  await run('apt-get', '-c', join(folder, 'apt.conf'), 'download', 'nats-server');
  const archive = (await readdir(folder)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get download left no package');
  await run('dpkg', '-x', archive, 'unpacked');
  const places = ['usr/sbin', 'usr/bin'].map((path) => join(folder, 'unpacked', path, 'nats-server'));
  const binary = places.find(existsSync);
  if (binary === undefined) throw new Error(`${archive} holds no nats-server`);
  return binary;
}

async function prepare(folder: string, mirror: AptSource, suite: string, component: string): Promise<void> {
  for (const path of ['state/lists/partial', 'cache/archives/partial', 'parts', 'unpacked']) {
    await mkdir(join(folder, path), { recursive: true });
  }
  const stanza = [
    'Types: deb',
    `URIs: ${mirror.uri}`,
    `Suites: ${suite}`,
    `Components: ${component}`,
    ...(mirror.signedBy === undefined ? [] : [`Signed-By: ${mirror.signedBy}`]),
    'Languages: none',
    'Targets: Packages',
    '',
  ];
  await writeFile(join(folder, 'parts', 'newer.sources'), stanza.join('\n'), { mode: 0o600 });
  await writeFile(join(folder, 'apt.conf'), privateConfiguration(folder));
}

/** Read after the machine's apt.conf: keeps its proxy and the like, drops what would touch the machine. */
function privateConfiguration(folder: string): string {
  return `
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
APT::Sandbox::User "";
APT::Update::Error-Mode "any";
Dir::State "${join(folder, 'state')}";
Dir::State::lists "${join(folder, 'state', 'lists')}";
Dir::Cache "${join(folder, 'cache')}";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "${join(folder, 'parts')}";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
`;
}

function briefly(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split('\n').slice(0, 2).join(' ');
}
