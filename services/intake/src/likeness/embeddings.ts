import type { Logger } from 'pino';
import { z } from 'zod';

export interface EmbeddingSettings {
  /** base of an OpenAI-compatible API, up to and with `/v1`; undefined: words alone are compared */
  readonly EMBEDDING_URL?: string | undefined;
  readonly EMBEDDING_MODEL: string;
  readonly EMBEDDING_API_KEY?: string | undefined;
  readonly EMBEDDING_TIMEOUT_MS: number;
}

const answer = z.object({ data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })) });

/**
 * Asks the endpoint for the texts' vectors, of unit length and in the texts' order.
 * @returns null for all where it fails, answers nonsense or is slow: likeness then goes by words
 */
export async function embeddingsOf(
  texts: readonly string[],
  settings: EmbeddingSettings,
  log: Logger,
): Promise<readonly (readonly number[] | null)[]> {
  if (!settings.EMBEDDING_URL || texts.length === 0) return texts.map(() => null);
  try {
    return await asked(settings.EMBEDDING_URL, texts, settings);
  } catch (cause) {
    log.warn({ err: cause }, 'the embedding endpoint did not answer; words alone are compared');
    return texts.map(() => null);
  }
}

async function asked(url: string, texts: readonly string[], settings: EmbeddingSettings): Promise<number[][]> {
  const { EMBEDDING_MODEL: model, EMBEDDING_API_KEY: key, EMBEDDING_TIMEOUT_MS: timeoutMs } = settings;
  const response = await fetch(`${url.replace(/\/$/u, '')}/embeddings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ model, input: texts }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new TypeError(`the embedding endpoint answered ${response.status}`);
  const { data } = answer.parse(await response.json());
  const vectors = [...data].sort((a, b) => a.index - b.index).map(({ embedding }) => unit(embedding));
  if (vectors.length !== texts.length) throw new TypeError(`${texts.length} texts had ${vectors.length} vectors`);
  return vectors;
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
