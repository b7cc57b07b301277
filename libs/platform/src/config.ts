import { z } from 'zod';

/** Thrown at boot; its message lists every faulty variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads configuration once, at boot.
 * @param shape a schema per setting
 * @param env usually `process.env`; an empty value counts as not set
 * @param variables the variable of a setting whose name is another, e.g. DATABASE_URL_INTAKE for DATABASE_URL
 * @throws ConfigError with one line per fault, all at once
 */
export function readConfig<S extends z.ZodRawShape>(
  shape: S,
  env: Environment,
  variables: Partial<Record<keyof S, string>> = {},
): z.output<z.ZodObject<S>> {
  const variable = (setting: string) => variables[setting] ?? setting;
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, env[variable(name)] || undefined]));
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return `  ${variable(name)}: ${given[name] === undefined ? 'is not set' : issue.message}`;
  });
  throw new ConfigError(`configuration is faulty:\n${faults.join('\n')}`);
}

const port = z.coerce.number().int().min(1).max(65_535);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** What every process of the product is told. */
export const processShape = {
  HOST: z.string().default('127.0.0.1'),
  PORT_BASE: port.default(4000),
  COUNTY_TIME_ZONE: z.string().refine(isTimeZone, 'is not an IANA time zone').default('Asia/Shanghai'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1).default('qifutong'),
  /** what a service asks of who calls it: only the gateway knows it */
  GATEWAY_TOKEN: z.string().min(32),
  /** how long a stop may take to finish what is in hand */
  SHUTDOWN_GRACE_MS: z.coerce.number().int().min(0).default(10_000),
} as const satisfies z.ZodRawShape;

/** What every service is told besides. */
export const serviceShape = {
  ...processShape,
  DATABASE_URL: postgresUrl,
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  NATS_URL: z.string().regex(/^(nats|tls):\/\//, 'must be a nats:// URL'),
  NATS_STREAM_MAX_BYTES: z.coerce.number().int().min(1_048_576).default(1_073_741_824),
  NATS_STREAM_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  COUNTY_CODE: z
    .string()
    .regex(/^\d{6}$/, 'must be 6 digits')
    .default('330226'),
} as const satisfies z.ZodRawShape;

/** What a program is told that works on a service's database alone. */
export const databaseShape = {
  DATABASE_URL: serviceShape.DATABASE_URL,
  COUNTY_TIME_ZONE: serviceShape.COUNTY_TIME_ZONE,
  LOG_LEVEL: serviceShape.LOG_LEVEL,
} as const satisfies z.ZodRawShape;

export type DatabaseConfig = z.output<z.ZodObject<typeof databaseShape>>;
export type ProcessConfig = z.output<z.ZodObject<typeof processShape>>;
export type ServiceConfig = z.output<z.ZodObject<typeof serviceShape>>;
