import { isIP } from 'node:net';
import { join } from 'node:path';
import { processShape, readConfig } from '@qifutong/platform/config';
import { z } from 'zod';

const serviceNames = ['intake', 'taskforce', 'inspection'] as const;
const serviceUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional();
/** A page's origin as a browser writes it: no path, no `*`. */
const isOrigin = (text: string) => /^https?:/.test(text) && URL.parse(text)?.origin === text;
const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
  .refine((all) => all.every(isOrigin), 'must be origins, like https://screen.example.gov.cn, with commas between');

/** an address, or a network such as 10.0.0.0/8 */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return version > 0 && more.length === 0 && Number(bits ?? 0) >= 0 && Number(bits ?? 0) <= (version === 4 ? 32 : 128);
}

const networks = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((all) => all.every(isNetwork), 'must be addresses or networks, separated by commas');
const port = z.coerce.number().int().min(1).max(65_535);

const shape = {
  ...processShape,
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  SUPERGRAPH: z.string().default(join(import.meta.dirname, '../supergraph.graphql')),
  SUBGRAPH_URL_INTAKE: serviceUrl,
  SUBGRAPH_URL_TASKFORCE: serviceUrl,
  SUBGRAPH_URL_INSPECTION: serviceUrl,
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(1).default(10_000),
  /** connections to each service */
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_024).default(64),
  /** where live queries hear what the services announce; without it, nothing is followed live */
  NATS_URL: z
    .string()
    .regex(/^nats:\/\//, 'must be a nats:// URL')
    .optional(),
  /** queries followed live: in all, and by one person */
  LIVE_STREAMS: z.coerce.number().int().min(0).default(1_000),
  LIVE_STREAMS_EACH: z.coerce.number().int().min(1).default(20),
  /** the shortest time between two looks at one that is concerned, and the longest after anything that happened */
  LIVE_EVERY_MS: z.coerce.number().int().min(10).default(500),
  LIVE_LATER_MS: z.coerce.number().int().min(10).default(3_000),
  LIVE_HEARTBEAT_MS: z.coerce.number().int().min(10).default(15_000),
  /** of front-ends on other hosts, whose pages may ask the graph; none may unless it is named */
  CORS_ORIGINS: origins,
  /** of the gateway as the public reaches it, for the codes on sign boards */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional(),
  /** proxies before the gateway: whom they say they were asked by is believed */
  TRUSTED_PROXIES: networks.default([]),
  /** sign boards that a client may ask for in vain within a minute */
  BOARD_MISSES: z.coerce.number().int().min(1).default(60),
  /** where /metrics is in production; without it, nowhere */
  OPS_PORT: port.optional(),
} as const satisfies z.ZodRawShape;

type Settings = z.output<z.ZodObject<typeof shape>>;

export interface GatewayConfig extends Settings {
  readonly production: boolean;
  /** service to the URL of its /graphql */
  readonly subgraphs: Readonly<Record<string, URL>>;
}

function subgraphUrls(settings: Settings): Record<string, URL> {
  const given = [settings.SUBGRAPH_URL_INTAKE, settings.SUBGRAPH_URL_TASKFORCE, settings.SUBGRAPH_URL_INSPECTION];
  return Object.fromEntries(
    serviceNames.map((name, at) => {
      const url = given[at] ?? `http://${settings.HOST}:${settings.PORT_BASE + 1 + at}/graphql`;
      return [name, new URL(url)];
    }),
  );
}

/** @throws ConfigError with every faulty variable */
export function readGatewayConfig(env: Readonly<Record<string, string | undefined>> = process.env): GatewayConfig {
  const settings = readConfig(shape, env);
  return { ...settings, production: settings.NODE_ENV === 'production', subgraphs: subgraphUrls(settings) };
}

/** Apollo's gateway reports to Apollo unless its environment says otherwise when one is made; it has no option for it. */
export function keepApolloSilent(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}
