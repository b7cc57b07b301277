import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { ServiceConfig } from '@qifutong/platform/config';
import type { SealingKey } from '@qifutong/platform/sealing';
import { GATEWAY_HEADER } from '@qifutong/platform/gateway-only';
import { createLog } from '@qifutong/platform/logging';
import type { Replacements, ServiceDefinition } from '@qifutong/platform/definition';
import { createService, type Service } from '@qifutong/platform/service';
import { testIssuer, type TestIssuer } from './issuer.ts';
import { freePort, freshNats, type TestNats } from './nats.ts';
import { freshSchema, type TestSchema } from './schema.ts';

const GATEWAY_TOKEN = 'test-gateway-token-test-gateway-token';
const REPORTER_KEY = { id: 'test', key: Buffer.alloc(32, 'test').toString('base64url') };

/** Who asks, in a test: claims of the access token. */
export interface Asker {
  readonly sub?: string;
  readonly name?: string;
  readonly roles: string[];
  readonly task_force?: string;
  readonly firm?: string;
  readonly town?: string;
}

export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly data: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly field?: string };
  }[];
}

export interface Booted {
  readonly service: Service;
  readonly schema: TestSchema;
  readonly nats: TestNats;
  readonly issuer: TestIssuer;
  readonly config: TestConfig;
  /** every line that the service logged, parsed */
  readonly logged: readonly Record<string, unknown>[];
  /** asks the subgraph as the gateway would */
  ask<T>(query: string, variables: object, asker: Asker): Promise<Answer<T>>;
  /** every mutation that is served, and whether the trail knows of it while it runs */
  mutations(): Record<string, boolean>;
  stop(): Promise<void>;
}

interface Surroundings {
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly issuer: TestIssuer;
}

/** What any of the services is told. */
interface TestConfig extends ServiceConfig {
  readonly REPORTER_KEYS: readonly SealingKey[];
  readonly EVIDENCE_STORE: { readonly kind: 'folder'; readonly folder: string };
  readonly EVIDENCE_MAX_PIXELS: number;
  readonly EVIDENCE_UNREFERRED_DAYS: number;
}

/** What a service of a test is told: the test run's own servers, and small limits. */
export function testConfig({ databaseUrl, natsUrl, issuer }: Surroundings): TestConfig {
  return {
    HOST: '127.0.0.1',
    PORT_BASE: 4000,
    LOG_LEVEL: 'debug',
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
    GATEWAY_TOKEN,
    SHUTDOWN_GRACE_MS: 5_000,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: 30,
    NATS_URL: natsUrl,
    NATS_STREAM_MAX_BYTES: 64 * 1024 * 1024,
    NATS_STREAM_REPLICAS: 1,
    COUNTY_TIME_ZONE: 'Asia/Shanghai',
    COUNTY_CODE: '330226',
    REPORTER_KEYS: [REPORTER_KEY],
    EVIDENCE_STORE: { kind: 'folder', folder: join(tmpdir(), `qft-evidence-${process.pid}`) },
    EVIDENCE_MAX_PIXELS: 64_000_000,
    EVIDENCE_UNREFERRED_DAYS: 30,
  };
}

/** What the gateway sends a service along with somebody's request. */
export async function gatewayHeaders(
  issuer: TestIssuer,
  asker: Asker,
): Promise<{ authorization: string; [GATEWAY_HEADER]: string }> {
  return { authorization: `Bearer ${await issuer.token({ ...asker })}`, [GATEWAY_HEADER]: GATEWAY_TOKEN };
}

function memoryLog(lines: Record<string, unknown>[]) {
  return createLog('test', 'debug', {
    write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>),
  });
}

function asking({ app }: Service, issuer: TestIssuer): Booted['ask'] {
  return async <T>(query: string, variables: object, asker: Asker): Promise<Answer<T>> => {
    const headers = await gatewayHeaders(issuer, asker);
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    return { status: answer.statusCode, ...answer.json<Omit<Answer<T>, 'status'>>() };
  };
}

function mutationsOf({ app }: Service): Record<string, boolean> {
  const served = app.get(GraphQLSchemaHost).schema.getMutationType()!.getFields();
  return Object.fromEntries(
    Object.entries(served).map(([name, { extensions }]) => [name, extensions['entered'] === true]),
  );
}

/** Boots one service for a spec file, on a schema and a nats-server of its own. */
export async function boot(definition: ServiceDefinition, replacements: Replacements = {}): Promise<Booted> {
  const [schema, nats, issuer] = await Promise.all([
    freshSchema(definition, replacements.clock),
    freshNats(),
    testIssuer(),
  ]);
  const config = testConfig({ databaseUrl: schema.url, natsUrl: nats.url, issuer });
  const logged: Record<string, unknown>[] = [];
  const pictures = () => rm(config.EVIDENCE_STORE.folder, { recursive: true, force: true });
  const cleared = async () => void (await Promise.all([schema.drop(), nats.stop(), issuer.stop(), pictures()]));
  const service = await createService(definition, config, {
    log: memoryLog(logged),
    ...replacements,
    schema: schema.schema,
  }).catch((cause: unknown) => cleared().then(() => Promise.reject(cause)));
  await service.start(await freePort());
  const stop = () => service.stop().then(cleared);
  const asks = { ask: asking(service, issuer), mutations: () => mutationsOf(service) };
  return { service, schema, nats, issuer, config, logged, ...asks, stop };
}
