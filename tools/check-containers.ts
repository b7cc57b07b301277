import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { findNatsServer } from './runtime/nats.ts';
import { childEnvironment, runtimeDir } from './runtime/environment.ts';

interface Service {
  readonly build?: { readonly args?: { readonly PACKAGE?: string } };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
}

const faults: string[] = [];
const dockerfile = readFileSync('Dockerfile', 'utf8');
const operations = readFileSync('docs/operations.md', 'utf8');

/** No engine runs the files here: what they name must be there, and start as the image would start it. */
function checkDockerfile(): void {
  for (const { message, range } of validate(dockerfile))
    faults.push(`Dockerfile:${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`);
  for (const [, sources = ''] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
    for (const source of sources.split(' '))
      if (!existsSync(source)) faults.push(`Dockerfile copies ${source}, which is not there`);
  }
  if (!/^USER node$/m.test(dockerfile)) faults.push('Dockerfile: the image must not run as root');
}

function mainOf(folder: string): string {
  const { main } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { main: string };
  return `${folder}/${main}`;
}

function checkService(name: string, { build, command, environment, volumes }: Service): void {
  const folder = build?.args?.PACKAGE;
  const program = folder ? (command?.[1] ?? mainOf(folder)) : undefined;
  if (program && !existsSync(program)) faults.push(`${name} starts ${program}, which the build does not make`);
  const ours = folder ? Object.keys(environment ?? {}) : [];
  for (const variable of ours)
    if (!operations.includes(`\`${variable}\``)) faults.push(`${name}: ${variable} is not in docs/operations.md`);
  for (const volume of volumes ?? []) {
    const [source = ''] = volume.split(':');
    if (source.startsWith('./') && !existsSync(source)) faults.push(`${name} mounts ${source}, which is not there`);
  }
}

async function checkNats(): Promise<void> {
  const server = await findNatsServer({ runtimeDir: runtimeDir(), log: () => undefined });
  execFileSync(server, ['-t', '-c', 'docker/nats.conf'], {
    env: childEnvironment({ NATS_TOKEN: 'checked' }),
    stdio: 'pipe',
  });
}

checkDockerfile();
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
for (const [name, service] of Object.entries(services)) checkService(name, service);
await checkNats().catch((cause: unknown) => faults.push(`docker/nats.conf: ${String(cause)}`));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
