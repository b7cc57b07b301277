import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';
import type { IssueLife, OpinionItem } from './domain/retention.ts';

/** Behind which candidate the next one comes. */
export interface Place {
  readonly afterAt: string;
  readonly afterId: string;
}

/** An issue whose contact data is still there, by its write-off; or an item, by when it was taken. */
export interface Candidate {
  readonly id: string;
  readonly since: Date;
}

/** An issue with the one that lives on of those that were merged. */
export type FamilyMember = IssueLife & { readonly survivorId: string };

/** The last closed day, and whether all that was due at its end is done. */
export interface Due {
  readonly day: string;
  readonly endedAt: Date;
  readonly done: boolean;
}

const FAMILY = `with recursive family (survivor_id, id) as (
    select id, id from unnest($1::uuid[]) as id
    union all select family.survivor_id, issue.id from issue join family on issue.merged_into = family.id)
  select family.survivor_id as "survivorId", issue.id, issue.status, issue.merged_into as "mergedInto", issue.written_off_at as "writtenOffAt"
  from family join issue on issue.id = family.id`;

@Injectable()
export class RetentionQueries {
  async due(manager: EntityManager): Promise<Due | null> {
    const rows: Due[] = await manager.query(
      `select closure.day::text as day, closure.ended_at as "endedAt", run.ended_at is not null as done
       from daily_closure as closure left join retention_run as run on run.day = closure.day order by closure.day desc limit 1`,
    );
    return rows[0] ?? null;
  }

  /** Issues that hold who reported them and were written off until then, oldest first. */
  contacts(manager: EntityManager, { afterAt, afterId }: Place, until: Date, limit: number): Promise<Candidate[]> {
    return manager.query(
      `select issue_id as id, written_off_at as since from retained_contact
       where (written_off_at, issue_id) > ($1, $2) and written_off_at <= $3 order by written_off_at, issue_id limit $4`,
      [afterAt, afterId, until, limit],
    );
  }

  /** What the watch over public opinion brought in until then and what became no issue, oldest first. */
  items(manager: EntityManager, { afterAt, afterId }: Place, until: Date, limit: number): Promise<OpinionItem[]> {
    return manager.query(
      `select 'PUBLIC_OPINION_ITEM' as kind, id as "callId", taken_at as "takenAt", booked_at as "bookedAt" from call
       where channel = 'PUBLIC_OPINION' and (taken_at, id) > ($1, $2) and taken_at <= $3 order by taken_at, id limit $4`,
      [afterAt, afterId, until, limit],
    );
  }

  /** Of these issues those that nobody changes now; nobody does until the transaction ends. */
  async held(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'select id from issue where id = any($1) order by id for no key update skip locked',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** They hold it no more. */
  async release({ manager }: Tx, ids: readonly string[]): Promise<void> {
    await manager.query('delete from retained_contact where issue_id = any($1)', [ids]);
  }

  /** Each of these issues with all that were merged into it. */
  families(manager: EntityManager, ids: readonly string[]): Promise<FamilyMember[]> {
    return manager.query(FAMILY, [ids]);
  }
}
