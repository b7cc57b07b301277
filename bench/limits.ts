import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connectNats } from '@qifutong/messaging/connection';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { timed } from './statistics.ts';

const insertIssue = `insert into issue (id, version, number, status, round, firm_credit_code, firm_name, town_code, channel, domain, urgency,
  first_contact_sub, first_contact_name, handled_by, registered_at, changed_at, changed_on)
  values ($1, 1, $2, 'REGISTERED', 1, null, '某企业', '330226001', 'HOTLINE', null, 'NORMAL', 'operator-1', '接线员甲', '{operator-1}', now(), now(), now()::date)`;
const insertReport = `insert into report (id, issue_id, channel, text, firm_name, town_code, external_ref, taken_by, received_at, registered_at)
  values ($1, $2, 'HOTLINE', $3, '某企业', '330226001', $4, 'operator-1', now(), now())`;
// as long as a name and a telephone number are when they are sealed
const sealed = 'A'.repeat(256);
const insertReporter = `insert into reporter (report_id, name_mask, phone_mask, sealed, key_id, confidential)
  values ($1, '许**', '100****0042', '${sealed}', 'bench', false)`;
const insertEvent = `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, published_at, stream_seq)
  values ($1, 'bench', $2, 1, 'bench', $3, now(), 0)`;

async function insertAsBare(client: pg.Client, i: number, text: string): Promise<void> {
  const [issue, report] = [uuidv7(), uuidv7()];
  const event = {
    specversion: '1.0',
    id: uuidv7(),
    type: 'bench',
    subject: issue,
    data: { issueId: issue, number: '19990101-0001', channel: 'HOTLINE' },
  };
  await client.query('begin');
  await client.query(insertIssue, [issue, `19990101-${String(i + 1).padStart(6, '0')}`]);
  await client.query(insertReport, [report, issue, text, `bare-${i}`]);
  await client.query(insertReporter, [report]);
  await client.query(insertEvent, [event.id, issue, JSON.stringify(event)]);
  await client.query('commit');
}

/** Transactions per second of bare pg clients that insert the same rows. */
export async function barePostgres(url: string, count: number, atOnce: number, text: string): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const idle = [...clients];
  const { allS } = await timed(count, atOnce, async (i) => {
    const client = idle.pop()!;
    await insertAsBare(client, i, text);
    idle.push(client);
  });
  await Promise.all(clients.map((client) => client.end()));
  return count / allS;
}

/** How long a bare publish into a stream on file takes until it is acknowledged, in ms. */
export async function bareJetStream(url: string, count: number): Promise<number[]> {
  const connection = await connectNats(url, 'bench');
  try {
    const manager = await jetstreamManager(connection);
    await manager.streams.add({ name: 'BENCH', subjects: ['bench.>'], max_bytes: 64 * 1024 * 1024 });
    const client = jetstream(connection);
    const { eachMs } = await timed(count, 1, (i) =>
      client.publish('bench.one', JSON.stringify({ i, padding: 'x'.repeat(500) })),
    );
    await manager.streams.delete('BENCH');
    return eachMs;
  } finally {
    await connection.close();
  }
}
