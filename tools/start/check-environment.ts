import { readConfig, serviceShape } from '@qifutong/platform/config';
import { sealingKeys } from '@qifutong/platform/sealing';
import { z } from 'zod';
import { environment } from '../runtime/environment.ts';

const { DATABASE_URL: databaseUrl, ...shared } = serviceShape;
const shape: z.ZodRawShape = {
  ...shared,
  DATABASE_URL_INTAKE: databaseUrl,
  DATABASE_URL_TASKFORCE: databaseUrl,
  DATABASE_URL_INSPECTION: databaseUrl,
  REPORTER_KEYS: sealingKeys,
  QFT_DEMO: z.enum(['yes', 'no']),
};
const whereGiven = Object.fromEntries(
  Object.entries(shape).map(([name, one]) => [name, (one as z.ZodType).optional()]),
);

/**
 * Looks at every variable that was given, before anything is started.
 * @throws ConfigError with all faults
 */
export function checkEnvironment(env = environment()): void {
  readConfig(whereGiven, env);
}
