import { readConfig, serviceShape } from '@qifutong/platform/config';
import { sealingKeys } from '@qifutong/platform/sealing';
import { z } from 'zod';

export const portOffset = 1;

const cosine = z.coerce.number().min(-1).max(1);

/** What intake is told besides what every service is told. */
const shape = {
  ...serviceShape,
  REPORTER_KEYS: sealingKeys,
  /** base of an OpenAI-compatible API for embeddings, where there is one */
  EMBEDDING_URL: z.url().optional(),
  EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
  EMBEDDING_API_KEY: z.string().min(1).optional(),
  EMBEDDING_TIMEOUT_MS: z.coerce.number().int().min(1).max(10_000).default(400),
  /** the model's cosine of two texts that have nothing to do with each other */
  EMBEDDING_UNLIKE: cosine.default(0.3),
  /** and of two that say the same */
  EMBEDDING_ALIKE: cosine.default(0.75),
} as const satisfies z.ZodRawShape;

export type IntakeConfig = z.output<z.ZodObject<typeof shape>>;

/** @throws ConfigError listing every faulty variable */
export function config(env: Readonly<Record<string, string | undefined>> = process.env): IntakeConfig {
  return readConfig(shape, env, { DATABASE_URL: 'DATABASE_URL_INTAKE' });
}
