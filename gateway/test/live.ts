import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect } from '@nats-io/transport-node';
import { eventually } from '@qifutong/testkit/eventually';

/** What a test hears of one live query. */
export interface Followed {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** the answers so far, in order */
  readonly answers: readonly { data?: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] }[];
  /** every event's name, comments as `:` */
  readonly events: readonly string[];
  /** resolves when the gateway ends it */
  readonly ended: Promise<void>;
  /** waits for so many answers */
  told(answers: number): Promise<void>;
  /** waits for so many of one event */
  heard(event: string, times?: number): Promise<void>;
  leave(): void;
}

/** Follows a query live, as a client of graphql-sse does. */
export async function follow(
  url: string,
  token: string,
  request: object,
  { reads = true, ...more }: { reads?: boolean; origin?: string } = {},
): Promise<Followed> {
  // a connection of its own for each: a pool of them would open more than it uses
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: `Bearer ${token}`,
    ...more,
  };
  const asked = httpRequest(`${url}/graphql/stream`, { method: 'POST', headers, agent: false });
  asked.end(JSON.stringify(request));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const answers: Followed['answers'][number][] = [];
  const events: string[] = [];
  const take = (event: string) => {
    const [first = '', second = ''] = event.split('\n');
    events.push(first.startsWith(':') ? ':' : first.slice('event: '.length));
    if (first === 'event: next') answers.push(JSON.parse(second.slice('data: '.length)) as (typeof answers)[number]);
  };
  const read = async () => {
    let rest = '';
    for await (const text of response.setEncoding('utf8') as AsyncIterable<string>) {
      const parts = (rest + text).split('\n\n');
      rest = parts.pop()!;
      parts.forEach(take);
    }
  };
  const ended = reads ? read().catch(() => undefined) : Promise.resolve();
  const until = async (right: () => boolean) => void (await eventually(() => Promise.resolve(right()), Boolean));
  return {
    status: response.statusCode!,
    headers: response.headers,
    answers,
    events,
    ended,
    told: (wanted) => until(() => answers.length >= wanted),
    heard: (event, times = 1) => until(() => events.filter((one) => one === event).length >= times),
    leave: () => asked.destroy(),
  };
}

/** Says what a service would announce. */
export async function announcer(natsUrl: string) {
  const { host, username } = new URL(natsUrl);
  const connection = await connect({ servers: host, token: username, maxReconnectAttempts: -1 });
  let sequence = 0;
  return {
    say: async (service: string, subject: string, data: Record<string, unknown>) => {
      sequence += 1;
      const type = `${service}.task.accepted.v1`;
      const event = {
        ...{ specversion: '1.0', id: crypto.randomUUID(), source: `/county/${service}`, type, subject },
        ...{ time: new Date().toISOString(), datacontenttype: 'application/json', aggregatetype: 'task' },
        ...{ sequence: String(sequence).padStart(10, '0'), data },
      };
      // a bus that was away takes this connection back in its own time
      await eventually(
        () =>
          connection.flush().then(
            () => true,
            () => false,
          ),
        Boolean,
      );
      connection.publish(`county.${type}.none.p00`, JSON.stringify(event));
      await connection.flush();
    },
    stop: () => connection.close(),
  };
}
