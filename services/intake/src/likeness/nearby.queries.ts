import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { firstReportOf } from '../report/report.queries.ts';
import { listOf } from './list-of.ts';

/** By what an issue looks for its like. */
export interface Seeking {
  readonly issueId: string;
  readonly receivedAt: Date;
  readonly hours: number;
  readonly terms: readonly string[];
  readonly firmCreditCode: string | null;
  readonly firmKey: string | null;
}

/** An issue as people left it. */
export interface Standing {
  readonly status: string;
  readonly firmCreditCode: string | null;
  /** as registered, else as heard */
  readonly firmName: string | null;
  /** it is in a common issue, or proposed for one */
  readonly taken: boolean;
  /** the common issues for which it was proposed in vain, and those that it left */
  readonly declinedIn: readonly string[];
  readonly outOf: readonly string[];
}

/** So many of the window's issues are compared, the latest first: the cost of one issue has an end. */
export const NEAREST = 200;
export const OF_FIRM = 20;
const CORES = 30;
const HOUR_MS = 3_600_000;

const OPEN = `('PROPOSED', 'CONFIRMED', 'DISPATCHED', 'SETTLED')`;

const OF_CODE = `select issue.id from issue join issue_likeness on issue_likeness.issue_id = issue.id
  where firm_credit_code = w.value order by registered_at desc, id desc`;
const OF_KEY = `select issue_id as id from issue_likeness where firm_key = w.value order by received_at desc, issue_id desc`;

/**
 * Finds what may be like each of several issues. Every list holds as many more as there are issues in hand: of these only
 * those before it are met, and what changes while they are placed is not found here.
 */
@Injectable()
export class NearbyQueries {
  /** Issues of the window that share terms, the latest first. */
  async near(tx: Tx, seeking: readonly Seeking[]): Promise<string[][]> {
    const atMost = NEAREST + seeking.length;
    const rows: Listed[] = await tx.manager.query(
      `select n, string_agg(issue_id::text, ' ' order by received_at desc, issue_id desc) as ids
       from (
         select n, issue_id, received_at, row_number() over (partition by n order by received_at desc, issue_id desc) as nth
         from (
           select distinct on (s.n, t.received_at, t.issue_id) s.n, t.issue_id, t.received_at from unnest($1::int[], string_to_array($2, E'\\n')) as s (n, term)
           cross join lateral (
             select issue_id, received_at from issue_term
             where term = s.term and received_at between ($3::timestamptz[])[s.n] and ($4::timestamptz[])[s.n]
             order by received_at desc, issue_id desc limit $5
           ) t
           order by s.n, t.received_at desc, t.issue_id desc
         ) shared
       ) ranked where nth <= $5 group by n`,
      [...flat(seeking), seeking.map((one) => around(one, -1)), seeking.map((one) => around(one, 1)), atMost],
    );
    return listed(seeking, rows);
  }

  /** Issues that are, or by their names may be, of one firm, the latest first. */
  async ofFirm(tx: Tx, seeking: readonly Seeking[]): Promise<{ byCode: string[]; byName: string[] }[]> {
    const atMost = OF_FIRM + seeking.length;
    const [codes, keys] = [seeking.map(({ firmCreditCode }) => firmCreditCode), seeking.map(({ firmKey }) => firmKey)];
    const byCode = await this.#latest(tx, OF_CODE, { values: codes, atMost });
    const byName = await this.#latest(tx, OF_KEY, { values: keys, atMost });
    return codes.map((code, i) => ({ byCode: byCode.get(code) ?? [], byName: byName.get(keys[i]!) ?? [] }));
  }

  async #latest(tx: Tx, latest: string, { values, atMost }: Sought): Promise<Map<string | null, string[]>> {
    const known = [...new Set(values.filter((value) => value !== null))];
    if (known.length === 0) return new Map();
    const rows: { value: string; ids: string | null }[] = await tx.manager.query(
      `select w.value, (
         select string_agg(id::text, ' ') from (${latest} limit $2) l
       ) as ids from unnest($1::text[]) as w (value)`,
      [known, atMost],
    );
    return new Map(rows.map(({ value, ids }) => [value, idsIn(ids ?? '')]));
  }

  /** Common issues that are not closed and whose cores share terms, the latest first. */
  async cores(tx: Tx, seeking: readonly Seeking[]): Promise<string[][]> {
    const rows: Listed[] = await tx.manager.query(
      `select n, string_agg(id::text, ' ') as ids from (
         select n, id, row_number() over (partition by n order by last_received_at desc nulls last, id) as nth from (
           select distinct s.n, c.id, k.last_received_at from unnest($1::int[], string_to_array($2, E'\\n')) as s (n, term)
           join common_issue_term t on t.term = s.term join common_issue c on c.id = t.common_issue_id
           join common_issue_core k on k.common_issue_id = c.id where c.state in ${OPEN}
         ) shared
       ) ranked where nth <= $3 group by n`,
      [...flat(seeking), CORES + seeking.length],
    );
    return listed(seeking, rows);
  }

  async standing(tx: Tx, issueIds: readonly string[]): Promise<Map<string, Standing>> {
    const rows: (Standing & { issueId: string })[] = await tx.manager.query(
      `select i.id as "issueId", i.status, i.firm_credit_code as "firmCreditCode", coalesce(f.name, i.firm_name) as "firmName",
         coalesce(bool_or(m.state in ('PROPOSED', 'MEMBER')), false) as taken,
         coalesce(array_agg(m.common_issue_id::text) filter (where m.state = 'DECLINED'), '{}') as "declinedIn",
         coalesce(array_agg(m.common_issue_id::text) filter (where m.state = 'OUT'), '{}') as "outOf"
       from issue i left join firm f on f.credit_code = i.firm_credit_code left join common_issue_member m on m.issue_id = i.id
       where i.id = any ($1) group by i.id, f.name`,
      [issueIds],
    );
    return new Map(rows.map((row) => [row.issueId, row]));
  }

  /** Their first words. */
  async textsOf(tx: Tx, issueIds: readonly string[]): Promise<Map<string, string>> {
    if (issueIds.length === 0) return new Map();
    const rows: { issueId: string; text: string }[] = await tx.manager.query(
      `select o.id as "issueId", said.text from unnest($1::uuid[]) as o (id) join lateral ${firstReportOf('o.id')} said on true`,
      [issueIds],
    );
    return new Map(rows.map(({ issueId, text }) => [issueId, text]));
  }
}

interface Sought {
  readonly values: readonly (string | null)[];
  readonly atMost: number;
}

/** What was found of the n-th. */
export interface Listed {
  readonly n: number;
  readonly ids: string;
}

const idsIn = (joined: string): string[] => (joined === '' ? [] : joined.split(' '));

export function flat(seeking: readonly Pick<Seeking, 'terms'>[]): [number[], string] {
  return [seeking.flatMap(({ terms }, i) => terms.map(() => i + 1)), listOf(seeking.flatMap(({ terms }) => terms))];
}

export function listed(seeking: readonly unknown[], rows: readonly Listed[]): string[][] {
  const found = new Map(rows.map(({ n, ids }) => [n, idsIn(ids)]));
  return seeking.map((_, i) => found.get(i + 1) ?? []);
}

function around({ receivedAt, hours }: Seeking, direction: 1 | -1): Date {
  return new Date(receivedAt.getTime() + direction * hours * HOUR_MS);
}
