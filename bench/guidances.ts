import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { Pool } from 'undici';
import { v7 as uuidv7 } from 'uuid';
import { findable } from '../services/intake/src/guidance/folded.ts';
import { startProduct, type Product } from '../test/e2e/product.ts';
import { drawWhole, pick, seededRandom, type Random } from '../tools/demo/random.ts';
import { requestToken } from '../tools/runtime/issuer/request-token.ts';
import { percentile, rounded } from './statistics.ts';

const GUIDANCES = 10_000;
const CHUNK = 500;
const TYPED = 60;
const TYPED_UNINDEXED = 8;
const SHOWN = 10;
const SEED = 20_200_214;
const CLAUSE = /[,。!?;:、\s]+/u;

const SEARCH = `query ($search: String!) { guidances(first: ${SHOWN}, search: $search) { nodes { id title effectiveFrom } } }`;
const UNINDEXED = `select g.id, v.title from guidance g join guidance_version v on v.guidance_id = g.id and v.number = g.current_version
  where v.title ilike '%' || $1 || '%' or v.text ilike '%' || $1 || '%'
  order by (g.state = 'PUBLISHED' and v.effective_from <= current_date and coalesce(v.effective_to >= current_date, true)) desc,
    v.title ilike '%' || $1 || '%' desc, g.id desc limit ${SHOWN}`;

interface Invented {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly effectiveTo: string | null;
}

/** The clauses of our invented reports: what guidances of this county are about, in as many words. */
async function clauses(): Promise<string[]> {
  const lines = (await readFile('tools/demo/reports.zh.jsonl', 'utf8')).trim().split('\n');
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  return texts.flatMap((text) => text.split(CLAUSE)).filter((clause) => clause.length > 3);
}

function invent(random: Random, from: readonly string[]): Invented {
  const some = (count: number) => Array.from({ length: count }, () => pick(random, from));
  return {
    id: uuidv7(),
    title: `关于${some(2).join('')}的指导意见`.slice(0, 60),
    text: some(drawWhole(random, [20, 60])).join(',') + '。',
    effectiveTo: random() < 0.3 ? '2020-03-31' : null,
  };
}

async function store(client: pg.Client, guidances: readonly Invented[]): Promise<void> {
  const rows = guidances.map(({ title, text, ...told }) => {
    const { title: folded, words, titleTokens, tokens } = findable({ title, text });
    return { ...told, version_id: uuidv7(), title, text, folded, words, title_tokens: titleTokens, tokens };
  });
  const told = JSON.stringify(rows);
  const from = `from jsonb_to_recordset($1::jsonb) as t (id uuid, version_id uuid, title text, text text, folded text, words text, title_tokens text[], tokens text[], "effectiveTo" date)`;
  await client.query('begin');
  await client.query(
    `insert into guidance (id, version, state, domain, current_version, published_at) select id, 1, 'PUBLISHED', 'PASSAGE', 1, now() ${from}`,
    [told],
  );
  await client.query(
    `insert into guidance_version (id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, effective_to, published_at, published_by)
     select version_id, id, 1, title, text, 'PASSAGE', '{}', '{}', '{}', '2020-02-01', "effectiveTo", now(), 'bench' ${from}`,
    [told],
  );
  await client.query(
    `insert into guidance_search (guidance_id, number, current, withdrawn, domain, town_codes, title, words, title_tokens, tokens, effective_from, ends_on)
     select id, 1, true, false, 'PASSAGE', '{}', folded, words, title_tokens, tokens, '2020-02-01', "effectiveTo" ${from}`,
    [told],
  );
  await client.query('commit');
}

async function fill(client: pg.Client, random: Random, from: readonly string[]): Promise<void> {
  for (let i = 0; i < GUIDANCES; i += CHUNK)
    await store(
      client,
      Array.from({ length: CHUNK }, () => invent(random, from)),
    );
  await client.query('analyze guidance, guidance_version, guidance_search');
}

/** What an operator types, one keystroke after the other: the first characters of something that was reported. */
function keystrokes(random: Random, from: readonly string[]): string[][] {
  return Array.from({ length: TYPED }, () => {
    const characters = [...pick(random, from)].slice(0, 8);
    return characters.map((_, i) => characters.slice(0, i + 1).join(''));
  });
}

type Look = (search: string) => Promise<unknown>;

/** How long each keystroke takes, by how many characters are typed. */
async function times(typed: readonly string[][], look: Look): Promise<Map<number, number[]>> {
  const byLength = new Map<number, number[]>();
  for (const search of typed.flat()) {
    const from = performance.now();
    await look(search);
    const length = [...search].length;
    byLength.set(length, [...(byLength.get(length) ?? []), performance.now() - from]);
  }
  return byLength;
}

function row(what: string, service: readonly number[], unindexed: readonly number[]) {
  const of = (sample: readonly number[], share: number) => rounded(percentile(sample, share));
  return {
    what,
    keystrokes: service.length,
    p50: of(service, 0.5),
    p99: of(service, 0.99),
    max: of(service, 1),
    unit: 'ms',
    'ILIKE p50': of(unindexed, 0.5),
    'ILIKE p99': of(unindexed, 0.99),
  };
}

async function measure(product: Product, client: pg.Client, pool: Pool) {
  const random = seededRandom(SEED);
  const from = await clauses();
  await fill(client, random, from);
  const typed = keystrokes(random, from);
  const token = await requestToken(join(product.dir, 'issuer'), { role: 'OPERATOR' });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const throughService: Look = async (search) => {
    const body = JSON.stringify({ query: SEARCH, variables: { search } });
    const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body });
    const { data, errors } = (await answer.body.json()) as { data?: unknown; errors?: unknown };
    if (errors || !data) throw new TypeError(JSON.stringify(errors));
  };
  await times(typed.slice(0, 3), throughService);
  const service = await times(typed, throughService);
  const unindexed = await times(typed.slice(0, TYPED_UNINDEXED), (search) => client.query(UNINDEXED, [search]));
  const all = (sample: Map<number, number[]>) => [...sample.values()].flat();
  return [
    row(`${GUIDANCES} guidances, every keystroke (seed ${SEED})`, all(service), all(unindexed)),
    ...[...service].map(([length, sample]) => row(`  ${length} typed`, sample, unindexed.get(length) ?? [])),
  ];
}

/** Guidances searched as one types, through the gateway, beside an unindexed ILIKE straight in the database. */
export async function guidances() {
  const product = await startProduct();
  const pool = new Pool(product.url, { connections: 1 });
  const { databases } = JSON.parse(await readFile(join(product.dir, 'endpoints.json'), 'utf8')) as {
    databases: { intake: string };
  };
  const client = new pg.Client({ connectionString: databases.intake });
  await client.connect();
  try {
    return await measure(product, client, pool);
  } finally {
    await client.end();
    await pool.close();
    await product.stop();
  }
}
