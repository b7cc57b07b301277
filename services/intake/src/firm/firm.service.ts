import { Injectable } from '@nestjs/common';
import { firmSize, industry } from '@qifutong/contracts/fields';
import { Rejection } from '@qifutong/kernel/rejection';
import { saveAll } from '@qifutong/persistence/change-all';
import { Database, type Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import { optionalWords, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { In, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { ImportFirmsInput, RegisterFirmInput } from '../generated/graphql.ts';
import { MatchFirmService } from '../issue/match-firm.service.ts';
import { TownQueries } from '../town/town.queries.ts';
import { enterFirms, type Entry } from './domain/enter-firms.ts';
import { factsOf, namesOf, type Firm } from './domain/firm.ts';
import { nameKeysOf, type County, type FirmSaid } from './domain/register-firm.ts';
import { reject } from './domain/rejections.ts';
import { FirmChangeTable, firms, FirmTable } from './firm.table.ts';
import { sound } from './sound.ts';

export const MOST_ROWS = 500;
/** more people than the county has */
const MOST_EMPLOYEES = 9_999_999;

const KEYED_AT_ONCE = 1_000;

const mentioned = <S extends z.ZodType>(shape: S) => shape.nullable().optional();
const firmShape = z.object({
  creditCode: words(18),
  name: words(200).transform((name) => name.trim()),
  townCode: words(9),
  industry: mentioned(industry),
  size: mentioned(firmSize),
  employees: mentioned(z.int().min(0).max(MOST_EMPLOYEES)),
  address: optionalWords(300).optional(),
  aliases: z
    .array(words(200).transform((alias) => alias.trim()))
    .max(1_000)
    .nullish(),
});

@Injectable()
export class FirmService {
  constructor(
    private readonly db: Database,
    private readonly towns: TownQueries,
    private readonly matches: MatchFirmService,
  ) {}

  async register(viewer: Viewer, input: RegisterFirmInput): Promise<Firm> {
    const [entry] = await this.#enter([saidIn(input)], viewer.sub);
    if (entry?.refusal) throw entry.refusal;
    return entry!.firm!;
  }

  /** Each row by itself: a refused one leaves the others alone. */
  import(viewer: Viewer, { rows }: ImportFirmsInput): Promise<readonly Entry[]> {
    if (rows.length > MOST_ROWS) throw reject('FIRM_ROWS_TOO_MANY', { field: 'rows', limit: MOST_ROWS });
    return this.#enter(rows.map(readRow), viewer.sub);
  }

  /** The firm, locked until the transaction ends; null where the register has none. */
  async lock(tx: Tx, creditCode: string): Promise<Firm | null> {
    return (await this.#lock(tx, [creditCode]))[0] ?? null;
  }

  /** Remembers what a firm was called, so that whoever is called so again is known. */
  async keepAlias(tx: Tx, { creditCode, name, townCode, aliases }: Firm, alias: string, by: string): Promise<void> {
    const [entry] = await this.#enterIn(tx, [{ creditCode, name, townCode, aliases: [...aliases, alias] }], by);
    if (entry?.refusal) throw entry.refusal;
  }

  /** Makes the keys of firms that have none. @returns 0 while there may be more */
  keyNames(): Promise<number | null> {
    return this.db.note(async (tx) => {
      const some = await tx.manager.find(FirmTable, {
        where: { nameKeys: IsNull() },
        order: { creditCode: 'ASC' },
        take: KEYED_AT_ONCE,
        lock: { mode: 'for_no_key_update', onLocked: 'skip_locked' },
      });
      await saveAll(
        tx,
        firms,
        some.map((firm) => ({
          before: firm,
          decision: { state: { ...firm, nameKeys: nameKeysOf(firm, sound) }, events: [] },
        })),
        await tx.now(),
      );
      return some.length === KEYED_AT_ONCE ? 0 : null;
    });
  }

  async #enter(rows: readonly (FirmSaid | Rejection)[], by: string): Promise<readonly Entry[]> {
    try {
      return await this.db.transaction((tx) => this.#enterIn(tx, rows, by));
    } catch (cause) {
      // somebody else entered one of them at the same time: it is there now, and locked before it is looked at
      if (!isUniqueViolation(cause, 'firm_pkey')) throw cause;
      return this.db.transaction((tx) => this.#enterIn(tx, rows, by));
    }
  }

  async #enterIn(tx: Tx, rows: readonly (FirmSaid | Rejection)[], by: string): Promise<readonly Entry[]> {
    const codes = rows.flatMap((row) => (row instanceof Rejection ? [] : [row.creditCode]));
    const county = await this.#county(tx);
    const known = await this.#lock(tx, codes);
    const now = await tx.now();
    const entries = enterFirms(known, rows, county, now);
    const news = entries.filter(({ events }) => events.length > 0);
    await saveAll(tx, firms, decidedOf(news), now);
    await insertAll(
      tx,
      FirmChangeTable,
      news.map((entry) => ({ ...changeOf(entry), id: uuidv7(), changedAt: now, changedBy: by })),
    );
    await this.matches.matchWaiting(tx, {
      codes: news.filter(({ before }) => before === null).map(({ firm }) => firm!.creditCode),
      names: news.flatMap(({ before, firm }) => newNames(before, firm!)),
    });
    return entries;
  }

  async #county(tx: Tx): Promise<County> {
    const towns = await this.towns.all(tx);
    return { towns: new Set(towns.map(({ code }) => code)), sound };
  }

  #lock(tx: Tx, codes: readonly string[]): Promise<Firm[]> {
    return tx.manager.find(FirmTable, {
      where: { creditCode: In([...new Set(codes)]) },
      // one order for all: two who lock several never wait for each other
      order: { creditCode: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }
}

function saidIn(input: unknown): FirmSaid {
  const { address, aliases, ...said } = shaped(firmShape, input);
  const facts = input as Record<string, unknown>;
  return {
    ...said,
    ...('address' in facts ? { address: address ?? null } : {}),
    ...('aliases' in facts ? { aliases: aliases ?? [] } : {}),
  };
}

function readRow(row: unknown): FirmSaid | Rejection {
  try {
    return saidIn(row);
  } catch (cause) {
    if (cause instanceof Rejection) return cause;
    throw cause;
  }
}

/** Of each firm its state before the first row, its last state, and all its events. */
function decidedOf(news: readonly Entry[]) {
  return [...Map.groupBy(news, ({ firm }) => firm!.creditCode).values()]
    .map((entries) => ({
      before: entries[0]!.before,
      decision: { state: entries.at(-1)!.firm!, events: entries.flatMap(({ events }) => events) },
    }))
    .toSorted((a, b) => (a.decision.state.creditCode < b.decision.state.creditCode ? -1 : 1));
}

function changeOf({ before, firm }: Entry) {
  return { creditCode: firm!.creditCode, version: firm!.version, was: before && factsOf(before) };
}

function newNames(before: Firm | null, firm: Firm): readonly string[] {
  const old = before === null ? [] : namesOf(before);
  return namesOf(firm).filter((name) => !old.includes(name));
}
