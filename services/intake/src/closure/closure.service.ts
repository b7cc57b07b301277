import { Injectable } from '@nestjs/common';
import { change } from '@qifutong/persistence/change';
import { Database } from '@qifutong/persistence/database';
import { pageOfRows, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { shaped } from '@qifutong/platform/answer';
import { optionalWords, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { AddAddendumInput, SignDailyClosureInput } from '../generated/graphql.ts';
import { TownQueries } from '../town/town.queries.ts';
import { AccountQueries } from './account.queries.ts';
import { ClosingService } from './closing.service.ts';
import { ClosureQueries, oldestFirst } from './closure.queries.ts';
import { AddendumTable, dailyClosures, type CarriedOver } from './closure.table.ts';
import type { AccountLine } from './domain/account.ts';
import type { DailyClosure } from './domain/daily-closure.ts';
import { printable } from './domain/printable.ts';
import { sign } from './domain/sign.ts';

/** A day's account: frozen, or as it stands. */
export interface DayAccount {
  readonly day: string;
  readonly closure: DailyClosure | null;
  readonly lines: readonly AccountLine[];
}

const day = z.iso.date();
const signShape = z.object({ day, remark: optionalWords(2000) });
const addendumShape = z.object({ day, text: words(4000) });
/** As many as a printed form lists one by one; the export has them all. */
const PRINTED = 1_000;

@Injectable()
export class ClosureService {
  constructor(
    private readonly db: Database,
    private readonly queries: ClosureQueries,
    private readonly closing: ClosingService,
    private readonly accounts: AccountQueries,
    private readonly towns: TownQueries,
  ) {}

  /** Null for a day before the register opened, and for one that has not come. */
  async ofDay(asked: string): Promise<DayAccount | null> {
    const closure = await this.queries.byDay(asked);
    if (closure !== null) return (await this.#withLines([closure]))[0]!;
    const openingDay = await this.closing.openingDay(this.db.source.manager);
    const today = this.closing.dayOf(await this.db.now());
    if (openingDay === null || asked < openingDay || asked > today) return null;
    const { lines } = await this.db.snapshot((manager) => this.closing.accountOf(manager, asked));
    return { day: asked, closure: null, lines };
  }

  /** Frozen days, latest first. */
  async list(args: PageArgs): Promise<Page<DayAccount>> {
    const { edges, pageInfo } = await this.queries.list(args);
    const accounts = await this.#withLines(edges.map(({ node }) => node));
    return { edges: edges.map(({ cursor }, i) => ({ cursor, node: accounts[i]! })), pageInfo };
  }

  async carriedOver({ day: of, closure }: DayAccount, args: PageArgs): Promise<Page<CarriedOver>> {
    if (closure !== null) return this.queries.carriedOver(of, args);
    const limit = args.after === null ? args.first + 1 : null;
    const { manager } = this.db.source;
    const { endsAt } = await this.accounts.bounds(manager, of, this.closing.timeZone);
    const rows = await this.accounts.carriedAt<CarriedOver>(manager, { day: of, endsAt }, limit);
    return pageOfRows(rows, oldestFirst, args);
  }

  async sign(viewer: Viewer, input: SignDailyClosureInput): Promise<DayAccount> {
    const { day: of, remark } = shaped(signShape, input);
    const { sub, name } = viewer;
    const closure = await change(this.db, dailyClosures, of, (one, now) =>
      sign(one, { by: { sub, name }, remark }, now),
    );
    return (await this.#withLines([closure]))[0]!;
  }

  async addAddendum(viewer: Viewer, input: AddAddendumInput): Promise<DayAccount> {
    const { day: of, text } = shaped(addendumShape, input);
    const closure = await this.queries.byDay(of);
    if (closure === null) throw dailyClosures.notFound();
    const addedAt = await this.db.now();
    const addendum = { id: uuidv7(), day: of, text, addedAt, addedBy: viewer.sub, addedByName: viewer.name };
    await this.db.transaction(async (tx) => {
      tx.concerns = of;
      await tx.manager.insert(AddendumTable, addendum);
    });
    return (await this.#withLines([closure]))[0]!;
  }

  /** 日结单: a page that stands by itself and prints on A4. */
  async printable(account: DayAccount): Promise<string> {
    const [towns, [addenda = []], [trails = []], carried] = await Promise.all([
      this.towns.all(),
      this.queries.addendaOf([account.day]),
      this.queries.trailsOf([account.day]),
      this.#firstCarried(account),
    ]);
    const townNames = new Map(towns.map(({ code, name }) => [code, name]));
    const { timeZone } = this.closing;
    return printable({ ...account, addenda, trails, carried, townNames, timeZone });
  }

  async #firstCarried(account: DayAccount): Promise<CarriedOver[]> {
    const { edges } = await this.carriedOver(account, { first: PRINTED, after: null });
    return edges.map(({ node }) => node);
  }

  async #withLines(closures: readonly DailyClosure[]): Promise<DayAccount[]> {
    const lines = await this.queries.linesOf(closures.map((closure) => closure.day));
    return closures.map((closure, i) => ({ day: closure.day, closure, lines: lines[i]! }));
  }
}
