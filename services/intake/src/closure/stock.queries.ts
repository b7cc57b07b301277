import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { AccountQueries } from './account.queries.ts';
import { ClosureQueries } from './closure.queries.ts';
import type { Cell } from './domain/account.ts';
import { dayAfter } from './domain/day.ts';
import { stockAfter, type Stock } from './domain/stock.ts';

/** Where the stock is asked for, and what it is confined to. */
interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly by: 'DAY' | 'TOWN' | 'CHANNEL' | 'TASK_FORCE';
  readonly townCode: string | null;
  readonly channel: string | null;
  readonly taskForce: string | null;
}

interface SoFar {
  readonly key: string;
  readonly registeredSoFar: number;
  readonly writtenOffSoFar: number;
}

const EVER = '0001-01-01';

/** What the register holds, cumulated: from the last frozen day and what moved since, never by counting all of it. */
@Injectable()
export class StockQueries {
  constructor(
    private readonly db: Database,
    private readonly closures: ClosureQueries,
    private readonly accounts: AccountQueries,
  ) {}

  /** The stock at the end of a day. */
  async through(day: string): Promise<Stock[]> {
    const { manager } = this.db.source;
    const frozen = await this.closures.lastDay(manager, day);
    const moves = await this.accounts.moves(manager, [frozen === null ? EVER : dayAfter(frozen), day]);
    return stockAfter(frozen === null ? [] : await this.accounts.stockOf(manager, frozen), moves);
  }

  async soFar(wanted: Wanted, today: string): Promise<SoFar[]> {
    const to = wanted.to < today ? wanted.to : today;
    if (wanted.from > to) return [];
    const cells = (await this.through(to)).filter((cell) => isWanted(cell, wanted));
    if (wanted.by !== 'DAY') return summed(cells, wanted.by);
    const frozen = await this.#byDay({ ...wanted, to });
    return frozen.some(({ key }) => key === to) ? frozen : [...frozen, ...summed(cells, () => to)];
  }

  #byDay({ from, to, townCode, channel, taskForce }: Wanted): Promise<SoFar[]> {
    return this.db.source.query(
      `select day::text as key, sum(total)::int as "registeredSoFar", sum(written_off)::int as "writtenOffSoFar"
       from daily_closure_stock where day between $1::date and $2::date and ($3::text is null or town_code = $3)
         and ($4::text is null or channel = $4) and ($5::text is null or task_force = $5) group by day`,
      [from, to, townCode, channel, taskForce],
    );
  }
}

function isWanted(cell: Cell, { townCode, channel, taskForce }: Wanted): boolean {
  return (
    (townCode === null || cell.townCode === townCode) &&
    (channel === null || cell.channel === channel) &&
    (taskForce === null || cell.taskForce === taskForce)
  );
}

const keys = {
  TOWN: ({ townCode }: Cell) => townCode ?? '',
  CHANNEL: ({ channel }: Cell) => channel,
  TASK_FORCE: ({ taskForce }: Cell) => taskForce ?? '',
};

function summed(cells: readonly Stock[], by: keyof typeof keys | ((cell: Cell) => string)): SoFar[] {
  const keyOf = typeof by === 'function' ? by : keys[by];
  return [...Map.groupBy(cells, keyOf)].map(([key, group]) => ({
    key,
    registeredSoFar: group.reduce((sum, { total }) => sum + total, 0),
    writtenOffSoFar: group.reduce((sum, { writtenOff }) => sum + writtenOff, 0),
  }));
}
