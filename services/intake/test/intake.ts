import type { Replacements, ServiceDefinition } from '@qifutong/platform/definition';
import { boot, type Answer, type Asker, type Booted } from '@qifutong/testkit/boot';
import type { Firm } from '../src/firm/domain/firm.ts';
import { FirmTable } from '../src/firm/firm.table.ts';
import { intakeOnOneThread } from '../src/on-one-thread.ts';
import { aFirm } from './builders.ts';
import * as documents from './documents.ts';
import { analyst, caller, operator } from './people.ts';

export interface Refused {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}

export interface IssueSeen {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly round: number;
  readonly domain: string | null;
  readonly firmName: string | null;
  readonly firm: { readonly creditCode: string } | null;
  readonly town: { readonly code: string } | null;
  readonly firstContact: { readonly sub: string; readonly name: string };
  readonly callbacks: readonly { readonly outcome: string; readonly round: number }[];
}

export interface ReportSeen {
  readonly id: string;
  readonly text: string;
  readonly firmName: string | null;
  readonly issue: IssueSeen;
}

export interface EventRow {
  readonly aggregate_id: string;
  readonly version: number;
  readonly type: string;
  readonly event: {
    readonly sequence: string;
    readonly traceparent?: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

export type Said<T> = T & Partial<Refused>;

/** The intake service as its users meet it, for one spec file. */
export interface TestIntake extends Booted {
  /** the answer's data; fails the test on an error */
  get<T>(query: string, variables: object, asker: Asker): Promise<T>;
  submit(input: object, asker?: Asker): Promise<Said<ReportSeen>>;
  /** @returns the id of the issue that a new report became */
  registered(input?: object, asker?: Asker): Promise<string>;
  /** @returns the id of a new issue that was triaged and dispatched */
  dispatched(): Promise<string>;
  triage(issueId: string, asker?: Asker): Promise<Said<IssueSeen>>;
  dispatch(issueId: string, asker?: Asker): Promise<Said<IssueSeen>>;
  callBack(issueId: string, what?: object, asker?: Asker): Promise<Said<IssueSeen>>;
  issue(id: string, asker?: Asker): Promise<IssueSeen | null>;
  sql<T>(text: string, values?: unknown[]): Promise<T[]>;
  firms(...firms: readonly Partial<Firm>[]): Promise<void>;
  /** the events of the log, in its order; of one aggregate where one is named */
  events(aggregateId?: string): Promise<EventRow[]>;
  /** how much there is of everything that a report writes */
  stock(): Promise<Record<string, number>>;
  /** lines of the log that tell of a fault of ours */
  faultLines(): Record<string, unknown>[];
}

const EVENTS = `select aggregate_id, version, event->>'type' as type, event from event_log where $1::text is null or aggregate_id = $1 order by seq`;
const STOCK = `select (select count(*) from issue)::int as issues, (select count(*) from report)::int as reports,
  (select count(*) from reporter)::int as reporters, (select count(*) from event_log)::int as events,
  (select coalesce(sum(last_number), 0) from number_series)::int as numbers`;

function valueOf<T>({ data, errors }: Answer<T>): T {
  if (errors || !data) throw new TypeError(JSON.stringify(errors));
  return data;
}

/** For a register that is filled behind the service's back: no job begins to close its days meanwhile. */
export const withoutJobs: ServiceDefinition = { ...intakeOnOneThread, schedule: () => [] };

export async function bootIntake(
  replacements: Replacements = {},
  definition: ServiceDefinition = intakeOnOneThread,
): Promise<TestIntake> {
  const booted = await boot(definition, replacements);
  const get = async <T>(query: string, variables: object, asker: Asker) =>
    valueOf(await booted.ask<T>(query, variables, asker));
  const mutate = async <T>(query: string, input: object, asker: Asker) =>
    (await get<{ said: T }>(query, { input }, asker)).said;
  const sql = <T>(text: string, values: unknown[] = []) => booted.schema.db.source.query<T[]>(text, values);

  const submit = (input: object, asker = operator) =>
    mutate<Said<ReportSeen>>(documents.submit, { channel: 'HOTLINE', text: '口罩不够', ...input }, asker);
  const registered = async (input: object = {}, asker = operator) => (await submit(input, asker)).issue.id;
  const triage = (issueId: string, asker = analyst) =>
    mutate<Said<IssueSeen>>(documents.triage, { issueId, domain: 'MATERIALS', urgency: 'URGENT' }, asker);
  const dispatch = (issueId: string, asker = analyst) =>
    mutate<Said<IssueSeen>>(documents.dispatch, { issueId }, asker);
  const dispatched = async () => {
    const { id } = await triage(await registered());
    return (await dispatch(id)).id;
  };
  return {
    ...booted,
    get,
    submit,
    registered,
    triage,
    dispatch,
    dispatched,
    callBack: (issueId, what = { outcome: 'SETTLED' }, asker = caller) =>
      mutate(documents.callBack, { issueId, ...what }, asker),
    issue: async (id, asker = analyst) =>
      (await get<{ issue: IssueSeen | null }>(documents.issue, { id }, asker)).issue,
    sql,
    firms: async (...firms) =>
      void (await booted.schema.db.source.manager.insert(
        FirmTable,
        firms.map((firm) => aFirm(firm)),
      )),
    events: (aggregateId) => sql(EVENTS, [aggregateId ?? null]),
    stock: async () => (await sql<Record<string, number>>(STOCK))[0]!,
    faultLines: () => booted.logged.filter((line) => (line['level'] as number) >= 40 || 'err' in line),
  };
}
