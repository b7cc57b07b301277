import type { Asker } from '@qifutong/testkit/boot';
import { CarryOutRetention } from '../src/retention/carry-out-retention.job.ts';
import { deciding } from './deciding.ts';
import * as documents from './documents.ts';
import type { Said, TestIntake } from './intake.ts';
import { admin, analyst, operator } from './people.ts';

export interface Going {
  readonly kind: string;
  readonly after: string;
  readonly count: number;
  readonly ids: readonly string[];
}
export interface DryRun {
  readonly at: string;
  readonly policyVersion: number;
  readonly goes: readonly [contacts: Going, items: Going];
  readonly stays: readonly { readonly what: string; readonly because: string; readonly count: number | null }[];
}
export interface ReporterRow {
  readonly name_mask: string | null;
  readonly phone_mask: string | null;
  readonly sealed: string | null;
  readonly key_id: string | null;
  readonly pseudonym: number | null;
  readonly pseudonymised_at: Date | null;
}

const DRY_RUN = `query ($at: DateTime, $first: Int) { retentionDryRun(at: $at, first: $first) {
  at policyVersion goes { kind after count ids } stays { what because count } } }`;
const CALL = `mutation ($input: RecordCallInput!) { said: recordCall(input: $input) { ... on Call { id } ... on CallRejection { code } } }`;
const EVENTS = `select event->'data' as data from event_log where aggregate_type = 'retention' order by event_log.seq`;

/** What a spec of retention does and looks at. */
export function retaining(intake: TestIntake) {
  const { answer } = deciding(intake);
  return {
    /** A day's account is frozen, as far as retention looks at it. */
    closed: (day: string) =>
      intake.sql(
        `insert into daily_closure (day, version, ended_at, frozen_at)
         select $1::date, 1, ended, ended from (select ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' as ended) as told`,
        [day],
      ),
    /** The job, until it finds nothing more. @returns how often it found something */
    carriedOut: async (): Promise<number> => {
      const job = intake.service.app.get(CarryOutRetention);
      for (let times = 0; ; times += 1) if ((await job.run()) === null) return times;
    },
    dryRun: async (variables: object = {}, asker: Asker = admin): Promise<DryRun> => {
      return (await intake.get<{ retentionDryRun: DryRun }>(DRY_RUN, variables, asker)).retentionDryRun;
    },
    struckOff: async (issueId: string): Promise<void> => {
      await answer(issueId);
      await intake.callBack(issueId);
    },
    called: async (input: object = {}): Promise<string> => {
      const told = { channel: 'PUBLIC_OPINION', purpose: 'OTHER', note: '网帖', ...input };
      return (await intake.get<{ said: { id: string } }>(CALL, { input: told }, operator)).said.id;
    },
    revealed: async (reportId: string) =>
      (
        await intake.get<{ said: Said<object> }>(
          documents.reveal,
          { input: { reportId, reason: '回电核对厂址' } },
          operator,
        )
      ).said,
    reportersOf: (issueId: string) =>
      intake.sql<ReporterRow>(
        `select name_mask, phone_mask, sealed, key_id, pseudonym, pseudonymised_at from report join reporter on report_id = report.id
         where issue_id = $1 order by report.registered_at, report.id`,
        [issueId],
      ),
    seen: async (issueId: string) => {
      const query =
        'query ($id: ID!) { issue(id: $id) { reports { text reporter { name phone confidential pseudonym } } } }';
      return (await intake.get<{ issue: { reports: object[] } }>(query, { id: issueId }, analyst)).issue.reports;
    },
    events: async () => (await intake.sql<{ data: Record<string, unknown> }>(EVENTS)).map(({ data }) => data),
    waiting: async () =>
      (
        await intake.sql<{ id: string }>(
          'select issue_id as id from retained_contact order by written_off_at, issue_id',
        )
      ).map(({ id }) => id),
  };
}
