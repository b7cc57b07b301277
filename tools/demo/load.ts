import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { given } from '../runtime/environment.ts';
import { accounts } from '../runtime/issuer/accounts.ts';
import type { Databases } from '../start/backing.ts';
import type { Advance, Steps } from '../start/steps.ts';
import { COUNTY_FIRMS, demoFirms, type DemoFirm } from './firms.ts';
import { storyTold, story } from './story.ts';

/** Demonstration data goes into embedded databases only, unless QFT_DEMO=yes asks for it elsewhere; QFT_DEMO=no leaves it out. */
function isWanted({ embedded }: Databases): boolean {
  const wish = given('QFT_DEMO');
  return wish === undefined ? embedded : wish === 'yes';
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function isEmpty(url: string, table: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ some: boolean }>(`select exists (select from ${table}) as some`);
    return !rows[0]?.some;
  });
}

function copyLine({ creditCode, name, townCode, industry, size, employees, address }: DemoFirm): string {
  return `${[creditCode, name, townCode, industry, size, employees, address].join('\t')}\n`;
}

function* copyLines(advance: Advance): Generator<string> {
  let done = 0;
  for (const firm of demoFirms()) {
    yield copyLine(firm);
    if (++done % 1000 === 0) advance(done / COUNTY_FIRMS);
  }
}

async function loadFirms(url: string, advance: Advance): Promise<void> {
  await withClient(url, async (client) => {
    // one COPY is one transaction: all firms or none
    const into = client.query(
      copyFrom('copy firm (credit_code, name, town_code, industry, size, employees, address) from stdin'),
    );
    await pipeline(Readable.from(copyLines(advance)), into);
    await client.query('analyze firm');
  });
}

/** A COPY announces nothing: what the inspection service would hear of the towns of firms is told here. */
async function tellTowns(register: string, inspection: string): Promise<void> {
  await withClient(register, (source) =>
    withClient(inspection, async (client) => {
      const told = source.query(copyTo('copy (select credit_code, town_code, version from firm) to stdout'));
      await pipeline(told, client.query(copyFrom('copy firm_town (credit_code, town_code, version) from stdin')));
      await client.query('analyze firm_town');
    }),
  );
}

async function loadMembers(url: string): Promise<void> {
  const members = accounts.flatMap(({ sub, name, role, taskForce }) =>
    taskForce ? [{ sub, name, taskForce, role: role === 'TASKFORCE_LEAD' ? 'LEAD' : 'MEMBER' }] : [],
  );
  await withClient(url, (client) =>
    client.query(
      `insert into member (task_force_code, sub, name, role)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict do nothing`,
      [
        members.map((one) => one.taskForce),
        members.map((one) => one.sub),
        members.map((one) => one.name),
        members.map((one) => one.role),
      ],
    ),
  );
}

/** Fills an empty register with the county's invented firms, and the task forces with the demonstration accounts. */
export async function loadDemonstration(run: Steps['run'], databases: Databases): Promise<void> {
  if (!isWanted(databases)) return;
  const { intake, taskforce, inspection } = databases.urls;
  if (await isEmpty(intake, 'firm'))
    await run(`${COUNTY_FIRMS.toLocaleString('en')} invented firms`, (advance) => loadFirms(intake, advance));
  if (await isEmpty(inspection, 'firm_town')) await run('towns of the firms', () => tellTowns(intake, inspection));
  if (await isEmpty(taskforce, 'member')) await run('members of the task forces', () => loadMembers(taskforce));
}

/** Tells the story of the first days through the graph, once. */
export async function tellStory(run: Steps['run'], databases: Databases): Promise<void> {
  // only the embedded issuer gives the tokens that it takes
  if (!isWanted(databases) || given('OIDC_ISSUER') || storyTold()) return;
  await run('the story of the first days', (advance) => story(advance));
}
