import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { SealBroken } from '@qifutong/platform/sealing';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { In } from 'typeorm';
import { pseudonyms, type Opened } from './domain/pseudonyms.ts';
import type { Reporter } from './domain/reporter.ts';
import { ReporterTable } from './reporter.table.ts';
import { SealService } from './seal.service.ts';

/** An issue, and the one that lives on where it was merged; else itself. */
export interface Lived {
  readonly issueId: string;
  readonly survivorId: string;
}

/** Whose contact data is gone. */
export interface Forgotten {
  readonly reporters: number;
  /** the issues that live on */
  readonly issueIds: readonly string[];
}

interface HeldRow {
  readonly survivorId: string;
  readonly reportId: string;
}

const HELD = `select lived.survivor_id as "survivorId", report.id as "reportId"
  from unnest($1::uuid[], $2::uuid[]) as lived (issue_id, survivor_id)
    join report on report.issue_id = lived.issue_id join reporter on reporter.report_id = report.id
  where pseudonym is null and coalesce(sealed, name_mask, phone_mask) is not null
  order by lived.survivor_id, report.registered_at, report.id`;
const TAKEN = `select issue_id as "issueId", coalesce(max((select pseudonym from reporter where report_id = report.id)), 0) as taken
  from report where issue_id = any($1) group by 1`;
const FORGET = `update reporter set sealed = null, key_id = null, name_mask = null, phone_mask = null,
    pseudonym = made.pseudonym, pseudonymised_at = $3
  from unnest($1::uuid[], $2::int[]) as made (report_id, pseudonym) where reporter.report_id = made.report_id`;

@Injectable()
export class PseudonymService {
  constructor(
    private readonly seals: SealService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Takes away for good who reported these issues: the seals and the masks. A place among an issue's reporters stays. */
  async pseudonymise(tx: Tx, issues: readonly Lived[], now: Date): Promise<Forgotten> {
    const held: HeldRow[] = await tx.manager.query(HELD, [
      issues.map(({ issueId }) => issueId),
      issues.map(({ survivorId }) => survivorId),
    ]);
    if (held.length === 0) return { reporters: 0, issueIds: [] };
    const opened = await this.#open(tx, held);
    const taken = await this.#taken(tx, issues);
    const bySurvivor = Map.groupBy(held, ({ survivorId }) => survivorId);
    const places = [...bySurvivor].flatMap(([survivorId, rows]) => [
      ...pseudonyms(
        rows.map(({ reportId }) => opened.get(reportId)!),
        taken.get(survivorId) ?? 0,
      ),
    ]);
    await tx.manager.query(FORGET, [places.map(([reportId]) => reportId), places.map(([, place]) => place), now]);
    return { reporters: places.length, issueIds: [...bySurvivor.keys()] };
  }

  async #open(tx: Tx, held: readonly HeldRow[]): Promise<ReadonlyMap<string, Opened>> {
    const rows = await tx.manager.find(ReporterTable, {
      where: { reportId: In(held.map(({ reportId }) => reportId)) },
      order: { reportId: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const opened = await Promise.all(rows.map((row) => this.#opened(row)));
    return new Map(opened.map((one) => [one.reportId, one]));
  }

  // what does not open is taken away like the rest: only that it is the same person's is not known then
  async #opened(row: Reporter): Promise<Opened> {
    try {
      return { reportId: row.reportId, contact: await this.seals.open(row) };
    } catch (cause) {
      if (!(cause instanceof SealBroken)) throw cause;
      this.log.warn({ err: cause, reportId: row.reportId }, 'a sealed reporter does not open; it is taken away unread');
      return { reportId: row.reportId, contact: null };
    }
  }

  async #taken(tx: Tx, issues: readonly Lived[]): Promise<ReadonlyMap<string, number>> {
    const survivors = new Map(issues.map(({ issueId, survivorId }) => [issueId, survivorId]));
    const rows: { issueId: string; taken: number }[] = await tx.manager.query(TAKEN, [[...survivors.keys()]]);
    const bySurvivor = Map.groupBy(rows, ({ issueId }) => survivors.get(issueId)!);
    return new Map([...bySurvivor].map(([id, its]) => [id, Math.max(...its.map(({ taken }) => taken))]));
  }
}
