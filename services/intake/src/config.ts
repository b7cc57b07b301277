import { readConfig, serviceShape } from '@qifutong/platform/config';
import { sealingKeys } from '@qifutong/platform/sealing';
import type { z } from 'zod';

export const portOffset = 1;

/** What intake is told besides what every service is told. */
const shape = {
  ...serviceShape,
  REPORTER_KEYS: sealingKeys,
} as const satisfies z.ZodRawShape;

export type IntakeConfig = z.output<z.ZodObject<typeof shape>>;

/** @throws ConfigError listing every faulty variable */
export function config(env: Readonly<Record<string, string | undefined>> = process.env): IntakeConfig {
  return readConfig(shape, env, { DATABASE_URL: 'DATABASE_URL_INTAKE' });
}
