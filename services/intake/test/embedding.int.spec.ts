import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG } from '@qifutong/platform/tokens';
import { EmbeddingService } from '../src/likeness/embedding.service.ts';
import { SuggestionService } from '../src/likeness/suggestion.service.ts';
import { bootIntake, type TestIntake } from './intake.ts';

let intake: TestIntake;
let endpoint: Server;
const asked: string[][] = [];
let fails = false;

beforeAll(async () => {
  endpoint = createServer((request, response) => {
    void text(request).then((body) => {
      const { input } = JSON.parse(body) as { input: string[] };
      asked.push(input);
      if (fails) response.writeHead(500).end();
      else response.end(JSON.stringify({ data: input.map((_, index) => ({ index, embedding: [index + 1, 1] })) }));
    });
  }).listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  intake = await bootIntake();
  const { port } = endpoint.address() as AddressInfo;
  const settings = { EMBEDDING_URL: `http://127.0.0.1:${port}/v1`, EMBEDDING_MODEL: 'm', EMBEDDING_TIMEOUT_MS: 2_000 };
  Object.assign(intake.service.app.get<object>(CONFIG), settings);
});
afterAll(async () => {
  await intake.stop();
  endpoint.close();
});

/** Reports that nobody suggests for until the last of them is in, then all at once. */
async function together(count: number, what: string): Promise<{ fell_back: boolean }[]> {
  asked.length = 0;
  const held = intake.service.db.source.createQueryRunner();
  await held.query(`select pg_advisory_lock(hashtext('suggestions' || current_schema()))`);
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await intake.registered({ text: `${what}${i}` }));
  await held.query(`select pg_advisory_unlock(hashtext('suggestions' || current_schema()))`);
  await held.release();
  const service = intake.service.app.get(SuggestionService);
  while ((await intake.sql('select from issue_to_suggest')).length > 0) await service.suggestWaiting();
  return intake.sql('select fell_back from issue_suggestion where issue_id = any ($1)', [ids]);
}

describe('an endpoint for embeddings', () => {
  it('is asked for those that wait together, once each', async () => {
    const made = await together(5, '停水了');
    expect(made.map(({ fell_back }) => fell_back)).toEqual([false, false, false, false, false]);
    expect(asked.flat().toSorted()).toEqual([0, 1, 2, 3, 4].map((i) => `停水了${i}`));
  });

  it('is asked once by those who want the same at the same time', async () => {
    asked.length = 0;
    const waiting = ['停气了', '停暖了'].map((text) => ({ issueId: text, text }));
    const embeddings = intake.service.app.get(EmbeddingService);
    await Promise.all([embeddings.prepare(waiting), embeddings.prepare(waiting.slice(1)), embeddings.prepare(waiting)]);
    expect([asked, waiting.map(({ issueId }) => embeddings.of(issueId) !== null)]).toEqual([
      [['停气了', '停暖了']],
      [true, true],
    ]);
  });

  it('that fails is left alone for a while: words alone are compared, and it is said', async () => {
    fails = true;
    const made = await together(3, '没电了');
    expect(made.map(({ fell_back }) => fell_back)).toEqual([true, true, true]);
    const more = await together(3, '断网了');
    expect([asked, more.every(({ fell_back }) => fell_back)]).toEqual([[], true]);
  });
});
