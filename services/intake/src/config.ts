import { readConfig, serviceShape } from '@qifutong/platform/config';
import { z } from 'zod';

export const portOffset = 1;

const cosine = z.coerce.number().min(-1).max(1);

/** What intake is told besides: an OpenAI-compatible endpoint for embeddings, where there is one. */
export const intakeShape = {
  ...serviceShape,
  EMBEDDING_URL: z.url().optional(),
  EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
  EMBEDDING_API_KEY: z.string().min(1).optional(),
  EMBEDDING_TIMEOUT_MS: z.coerce.number().int().min(1).max(10_000).default(400),
  /** the cosine of two texts that have nothing to do with each other, by this model */
  EMBEDDING_UNLIKE: cosine.default(0.3),
  /** the cosine of two texts that say the same, by this model */
  EMBEDDING_ALIKE: cosine.default(0.75),
} as const satisfies z.ZodRawShape;

export type IntakeConfig = z.output<z.ZodObject<typeof intakeShape>>;

/** @throws ConfigError listing every faulty variable */
export function config(): IntakeConfig {
  return readConfig(intakeShape, process.env, { DATABASE_URL: 'DATABASE_URL_INTAKE' });
}
