import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { Keyring, SealBroken } from '@qifutong/platform/sealing';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { NIL } from 'uuid';
import { z } from 'zod';
import { masksOf } from './domain/mask.ts';
import type { Contact, Reporter } from './domain/reporter.ts';
import { ReporterTable } from './reporter.table.ts';

const BATCH = 100;
const contactShape = z.object({ name: z.string().nullable(), phone: z.string().nullable() });

/** How far a round over what is still to be sealed has come. */
export interface Place {
  /** the key by which those rows are sealed */
  readonly keyId: string;
  /** the report after which the next rows follow */
  readonly after: string;
}

@Injectable()
export class SealService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The reporter as it is stored: nothing of it in plain. */
  async seal(reportId: string, contact: Contact, confidential: boolean): Promise<Reporter> {
    const given = contact.name !== null || contact.phone !== null;
    const seal = given ? await this.keyring.seal(reportId, contact) : { sealed: null, keyId: null };
    return { reportId, ...masksOf(contact), ...seal, pseudonym: null, pseudonymisedAt: null, confidential };
  }

  /** @throws SealBroken */
  async open({ reportId, sealed }: Reporter): Promise<Contact> {
    return sealed === null
      ? { name: null, phone: null }
      : contactShape.parse(await this.keyring.open(reportId, sealed));
  }

  /**
   * Seals anew some of what another key than the first has sealed.
   * @param from where an earlier call came to; null begins a round
   * @returns where to go on; null at the end of the round
   */
  async renew(from: Place | null): Promise<Place | null> {
    if (from === null) await this.#missKeys();
    const stale = this.keyring.opensWith.filter((id) => id !== this.keyring.sealsWith);
    const place = from ?? beginningOf(stale[0]);
    if (place === null) return null;
    const last = await this.db.transaction((tx) => this.#renewSome(tx, place));
    return last === null ? beginningOf(stale[stale.indexOf(place.keyId) + 1]) : { ...place, after: last };
  }

  async #renewSome(tx: Tx, { keyId, after }: Place): Promise<string | null> {
    const rows = await tx.manager
      .createQueryBuilder(ReporterTable, 'reporter')
      .where('reporter.keyId = :keyId and reporter.reportId > :after', { keyId, after })
      .orderBy('reporter.reportId')
      .limit(BATCH)
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .getMany();
    const sealed = (await Promise.all(rows.map((row) => this.#sealAnew(row)))).filter((row) => row !== null);
    if (sealed.length > 0) await this.#store(tx, sealed);
    return rows.at(-1)?.reportId ?? null;
  }

  // one that does not open stays as it is, is told at every round, and keeps no other back
  async #sealAnew(row: Reporter): Promise<Reporter | null> {
    try {
      return await this.seal(row.reportId, await this.open(row), row.confidential);
    } catch (cause) {
      if (!(cause instanceof SealBroken)) throw cause;
      this.log.error({ err: cause, reportId: row.reportId }, 'a sealed reporter does not open');
      return null;
    }
  }

  async #store(tx: Tx, rows: readonly Reporter[]): Promise<void> {
    await tx.manager.query(
      `update reporter set name_mask = made.name_mask, phone_mask = made.phone_mask,
         sealed = made.sealed, key_id = made.key_id
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as made (report_id, name_mask, phone_mask, sealed, key_id)
       where reporter.report_id = made.report_id`,
      (['reportId', 'nameMask', 'phoneMask', 'sealed', 'keyId'] as const).map((name) => rows.map((row) => row[name])),
    );
    this.log.info({ rows: rows.length, key: this.keyring.sealsWith }, 'reporters sealed');
  }

  /** Tells which keys the configuration lacks, before somebody needs them. */
  async #missKeys(): Promise<void> {
    const missing: { keyId: string }[] = await this.db.source.query(
      `with recursive used (key_id) as (
         select min(key_id) from reporter
         union all select (select min(key_id) from reporter where key_id > used.key_id) from used where used.key_id is not null)
       select key_id as "keyId" from used where key_id <> all ($1)`,
      [this.keyring.opensWith],
    );
    const keys = missing.map(({ keyId }) => keyId);
    if (keys.length > 0) this.log.error({ keys }, 'reporters are sealed by keys that REPORTER_KEYS lacks');
  }
}

function beginningOf(keyId: string | undefined): Place | null {
  return keyId === undefined ? null : { keyId, after: NIL };
}
