import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ServiceConfig } from '@qifutong/platform/config';
import { testConfig } from '@qifutong/testkit/boot';
import { eventually } from '@qifutong/testkit/eventually';
import { testIssuer, type TestIssuer } from '@qifutong/testkit/issuer';
import { freePort, freshNats, type TestNats } from '@qifutong/testkit/nats';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { taskforce } from '../services/taskforce/src/service.ts';
import { TaskTable } from '../services/taskforce/src/task/task.table.ts';
import { putTask } from '../services/taskforce/test/world.ts';
import { built, startProcess, type KilledProcess } from './kill/killed-process.ts';
import type { Order } from './kill/taskforce-child.ts';

jest.setTimeout(180_000);

const TASKS = 6_000;
const ROUNDS = 4;
const AT_ONCE = 3;
/** as far into its work as a child may come */
const STATEMENTS = 30;
const seed = Date.now() % 2_147_483_647;

/** Park and Miller's minimal standard generator. @see https://doi.org/10.1145/63039.63042 */
function drawn(from: number): () => number {
  let state = from || 1;
  return () => (state = (state * 48_271) % 2_147_483_647);
}

let nats: TestNats;
let issuer: TestIssuer;
let schema: TestSchema;
let config: ServiceConfig;
const children: KilledProcess[] = [];

beforeAll(async () => {
  [nats, issuer, schema] = await Promise.all([freshNats(), testIssuer(), freshSchema(taskforce), built('taskforce')]);
  config = testConfig({ databaseUrl: schema.url, natsUrl: nats.url, issuer });
});
afterEach(() => Promise.all(children.splice(0).map((one) => one.kill())));
afterAll(async () => {
  await schema.drop();
  await Promise.all([nats.stop(), issuer.stop()]);
});

async function child(dieAtStatement: number | null): Promise<KilledProcess> {
  const order: Order = { config, schema: schema.schema, port: await freePort(), dieAtStatement };
  const started = await startProcess('taskforce-child.ts', order);
  children.push(started);
  return started;
}

async function count(sql: string): Promise<number> {
  const rows: { n: number }[] = await schema.db.source.query(`select count(*)::int as n from ${sql}`);
  return rows[0]!.n;
}

/** So many tasks whose acceptance was due an hour ago. */
async function putOverdue(): Promise<void> {
  await putTask(schema.db, { dispatchedAt: new Date(Date.now() - 3 * 3_600_000) });
  const columns = Object.keys(TaskTable.options.columns)
    .map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    .filter((name) => name !== 'id' && name !== 'issue_id')
    .join(', ');
  await schema.db.source.query(
    `insert into task (id, issue_id, ${columns}) select gen_random_uuid(), gen_random_uuid(), ${columns} from task, generate_series(2, ${TASKS})`,
  );
}

describe(`instances that are killed with kill -9 at random (seed ${seed})`, () => {
  it('notice every deadline all the same, each once', async () => {
    await putOverdue();
    const next = drawn(seed);
    const killed: (NodeJS.Signals | null)[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const doomed = await Promise.all(Array.from({ length: AT_ONCE }, () => child(1 + (next() % STATEMENTS))));
      killed.push(...(await Promise.all(doomed.map(({ ended }) => ended))));
    }
    expect(killed).toEqual(killed.map(() => 'SIGKILL'));
    await child(null);
    await eventually(
      () => count('task where wake_at <= now()'),
      (left) => left === 0,
      60_000,
    );
    const numbers = `select substr(number, 11)::int as n from urging_notice`;
    expect({
      breached: await count(`event_log where event ->> 'type' = 'taskforce.task.breached.v1'`),
      issued: await count(`event_log where event ->> 'type' = 'taskforce.urging.issued.v1'`),
      notices: await count('urging_notice'),
      tasks: await count('(select distinct task_id from urging_notice) as urged'),
      urgedOnce: await count(`task where times_urged = 1 and accept_missed and overdue`),
      numbers: await count(`(select distinct n from (${numbers}) as drawn where n between 1 and ${TASKS}) as numbered`),
    }).toEqual({ breached: TASKS, issued: TASKS, notices: TASKS, tasks: TASKS, urgedOnce: TASKS, numbers: TASKS });
  });
});
