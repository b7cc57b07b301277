import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accounts } from '../runtime/issuer/accounts.ts';
import { given, issuerDir, ports, runtimeDir } from '../runtime/environment.ts';
import { LOOPBACK } from '../runtime/ports.ts';
import { randomSealingKey, secretFile } from '../runtime/secrets.ts';
import { loadDemonstration, tellStory } from '../demo/load.ts';
import { provideDatabases, provideNats, services, type Databases, type ServiceName } from './backing.ts';
import { build } from './build.ts';
import { checkEnvironment } from './check-environment.ts';
import { supervise, type Supervised } from './child.ts';
import type { Stoppable } from './keep.ts';
import { takeRuntime } from './lock.ts';
import { runToEnd } from './migrations.ts';
import { untilReady } from './ready.ts';
import { steps, type Steps } from './steps.ts';

const AUDIENCE = 'qifutong';

interface Settings {
  readonly databases: Databases;
  readonly natsUrl: string;
  readonly issuer: string;
  readonly gatewayToken: string;
  readonly reporterKeys: string;
}

function variables({ databases, natsUrl, issuer, gatewayToken }: Settings): Record<string, string> {
  const urls = services.map((name) => [`DATABASE_URL_${name.toUpperCase()}`, databases.urls[name]]);
  return {
    ...(Object.fromEntries(urls) as Record<string, string>),
    NATS_URL: natsUrl,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: given('OIDC_AUDIENCE') ?? AUDIENCE,
    GATEWAY_TOKEN: gatewayToken,
    PORT_BASE: String(ports().gateway),
  };
}

/** What one process is told: the keys of the reporters' seals are intake's alone, the pictures inspection's. */
function variablesOf(name: ServiceName | 'gateway', settings: Settings): Record<string, string> {
  const own: Partial<Record<typeof name, Record<string, string>>> = {
    intake: { REPORTER_KEYS: settings.reporterKeys },
    inspection: { EVIDENCE_STORE: given('EVIDENCE_STORE') ?? join(runtimeDir(), 'evidence') },
  };
  return { ...variables(settings), ...own[name] };
}

function logFile(name: string): string {
  mkdirSync(join(runtimeDir(), 'logs'), { recursive: true, mode: 0o700 });
  return join(runtimeDir(), 'logs', `${name}.log`);
}

async function startIssuer(run: Steps['run'], started: Stoppable[]): Promise<string> {
  const external = given('OIDC_ISSUER');
  if (external) return external;
  const port = ports().issuer;
  const settings = { dir: issuerDir(), port, audience: given('OIDC_AUDIENCE') ?? AUDIENCE, untilStdinEnds: true };
  const args = ['--conditions=source', 'tools/runtime/issuer/main.ts', JSON.stringify(settings)];
  const issuer = supervise({ name: 'issuer', args, env: {}, logFile: logFile('issuer') });
  started.push(issuer);
  await run(`issuer (OpenID provider, ${accounts.length} demonstration accounts)`, () => untilDiscovered(port));
  return `http://${LOOPBACK}:${port}`;
}

async function untilDiscovered(port: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const url = `http://${LOOPBACK}:${port}/.well-known/openid-configuration`;
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the issuer does not answer on port ${port}; its log: ${logFile('issuer')}`);
}

function startService(name: ServiceName | 'gateway', env: Record<string, string>, started: Stoppable[]): Supervised {
  const main = name === 'gateway' ? 'gateway/dist/main.js' : `services/${name}/dist/src/main.js`;
  const child = supervise({ name, args: [main, '--stop-with-stdin'], env, logFile: logFile(name) });
  started.push(child);
  return child;
}

async function stopAll(started: readonly Stoppable[]): Promise<void> {
  for (const part of [...started].reverse()) {
    const begun = performance.now();
    await part.stop().catch((cause: unknown) => console.error(`${part.name} did not stop cleanly:`, cause));
    console.log(`  ${part.name.padEnd(44)} stopped in ${((performance.now() - begun) / 1000).toFixed(2)} s`);
  }
}

async function startParts(run: Steps['run'], started: Stoppable[]): Promise<Settings> {
  const databases = await provideDatabases(run, started);
  const natsUrl = await provideNats(run, started);
  const issuer = await startIssuer(run, started);
  await run('build', build);
  const gatewayToken = await secretFile(join(runtimeDir(), 'secrets', 'gateway-token'));
  const reporterKeys =
    given('REPORTER_KEYS') ?? (await secretFile(join(runtimeDir(), 'secrets', 'reporter-keys'), randomSealingKey));
  const settings = { databases, natsUrl, issuer, gatewayToken, reporterKeys };
  await run('migrations and reference data', () =>
    Promise.all(
      services.map((name) =>
        runToEnd(`services/${name}/dist/src/migrate.js`, variablesOf(name, settings), logFile(`${name}-migrate`)),
      ),
    ),
  );
  await loadDemonstration(run, databases);
  const children = services.map((name) => startService(name, variablesOf(name, settings), started));
  const gateway = startService('gateway', variablesOf('gateway', settings), started);
  await run('three services', () =>
    Promise.all(children.map((child, i) => untilReady(child, ports().gateway + 1 + i))),
  );
  await run('gateway', () => untilReady(gateway, ports().gateway));
  return settings;
}

function writeEndpoints({ databases, natsUrl, issuer, gatewayToken }: Settings): void {
  const endpoints = {
    databases: databases.urls,
    natsUrl,
    issuer,
    gateway: `http://${LOOPBACK}:${ports().gateway}`,
    gatewayToken,
  };
  writeFileSync(join(runtimeDir(), 'endpoints.json'), JSON.stringify(endpoints, null, 2), { mode: 0o600 });
}

function sayWhere(): void {
  const base = `http://${LOOPBACK}:${ports().gateway}`;
  console.log(`
企复通 Qifutong is running. Ctrl-C stops it.

  graph         ${base}/graphql
  GraphiQL      ${base}/
  health        ${base}/readyz
  logs          ${join(runtimeDir(), 'logs')}

  a token       npm run token -- OPERATOR
                npm run token -- TASKFORCE_LEAD --task-force MATERIALS`);
}

/** Starts everything; what was started before a failure is stopped again. */
export async function startAll(): Promise<{ stop(): Promise<void> }> {
  const begun = performance.now();
  checkEnvironment();
  const release = takeRuntime(runtimeDir());
  const { run } = steps(runtimeDir());
  const started: Stoppable[] = [];
  const stop = async () => {
    await stopAll(started);
    release();
  };
  try {
    const settings = await startParts(run, started);
    writeEndpoints(settings);
    await tellStory(run, settings.databases);
  } catch (cause) {
    await stop();
    throw cause;
  }
  sayWhere();
  console.log(`\nready in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return { stop };
}
