import type { Channel, closedStatuses } from '@qifutong/contracts/fields';

export const dimensions = ['OVERALL', 'TASK_FORCE', 'TOWN', 'CHANNEL'] as const;
export type Dimension = (typeof dimensions)[number];

/** What an issue is counted under; null where it has no task force or no town. */
export interface Cell {
  readonly taskForce: string | null;
  readonly townCode: string | null;
  readonly channel: Channel;
}

export type Counted<T = object> = Cell & { readonly count: number } & T;

export interface Standing {
  readonly status: string;
  readonly taskForce: string | null;
  readonly townCode: string | null;
}

/** So many issues that moved alike; from null: they were registered. */
export interface Moves {
  readonly from: Standing | null;
  readonly to: Standing;
  readonly channel: Channel;
  readonly count: number;
}

export interface Callbacks extends Cell {
  readonly attempted: number;
  readonly reached: number;
  readonly settled: number;
}

/** One line of the day's account. Between lines issues move in and out; overall nothing does. */
export interface AccountLine {
  readonly dimension: Dimension;
  /** task force, town or channel; '' for overall, and for issues that have none */
  readonly key: string;
  readonly carriedIn: number;
  readonly registered: number;
  readonly readmitted: number;
  readonly movedIn: number;
  readonly writtenOff: number;
  readonly merged: number;
  readonly rejected: number;
  readonly movedOut: number;
  readonly carriedOver: number;
  /** beside the identity: reopened after a callback, they were open all the time */
  readonly reopened: number;
  readonly reports: number;
  /** contacts that became no issue */
  readonly calls: number;
  readonly callbacks: number;
  readonly callbacksReached: number;
  readonly callbacksSettled: number;
}

export type LineKey = Pick<AccountLine, 'dimension' | 'key'>;
export type Figure = Exclude<keyof AccountLine, keyof LineKey>;

export const nothing = {
  carriedIn: 0,
  registered: 0,
  readmitted: 0,
  movedIn: 0,
  writtenOff: 0,
  merged: 0,
  rejected: 0,
  movedOut: 0,
  carriedOver: 0,
  reopened: 0,
  reports: 0,
  calls: 0,
  callbacks: 0,
  callbacksReached: 0,
  callbacksSettled: 0,
} as const satisfies Record<Figure, 0>;

const closedAs: Record<(typeof closedStatuses)[number], Figure> = {
  WRITTEN_OFF: 'writtenOff',
  MERGED: 'merged',
  REJECTED: 'rejected',
};
const calledBackFrom = ['SOLVED', 'ANSWERED'];

/** The figure that a closed status is counted in; undefined for an open one. */
function closing({ status }: Standing): Figure | undefined {
  return closedAs[status as keyof typeof closedAs];
}

function keyOf(dimension: Dimension, { taskForce, townCode, channel }: Cell): string {
  const keys = { OVERALL: '', TASK_FORCE: taskForce ?? '', TOWN: townCode ?? '', CHANNEL: channel };
  return keys[dimension];
}

class Book {
  readonly #lines = new Map<string, Record<Figure, number> & LineKey>();

  add(dimension: Dimension, key: string, figure: Figure, count: number): void {
    const name = `${dimension} ${key}`;
    const line = this.#lines.get(name) ?? { dimension, key, ...nothing };
    this.#lines.set(name, { ...line, [figure]: line[figure] + count });
  }

  /** Adds to one line of each dimension. */
  addAll(cell: Cell, figure: Figure, count: number): void {
    for (const dimension of dimensions) this.add(dimension, keyOf(dimension, cell), figure, count);
  }

  move({ from, to, channel, count }: Moves): void {
    const [before, after] = [from && { ...from, channel }, { ...to, channel }];
    const closed = closing(to);
    if (before === null) this.addAll(after, 'registered', count);
    else if (closing(before) !== undefined) {
      if (closed === undefined) this.addAll(after, 'readmitted', count);
      return;
    }
    if (closed !== undefined) this.addAll(before ?? after, closed, count);
    else if (before !== null) this.#pass(before, after, count);
  }

  /** An open issue stays open: in another line where its task force or its town is another. */
  #pass(before: Standing & Cell, after: Standing & Cell, count: number): void {
    for (const dimension of dimensions) {
      const [left, entered] = [keyOf(dimension, before), keyOf(dimension, after)];
      if (left === entered) continue;
      this.add(dimension, left, 'movedOut', count);
      this.add(dimension, entered, 'movedIn', count);
    }
    if (calledBackFrom.includes(before.status) && after.status === 'REOPENED') this.addAll(before, 'reopened', count);
  }

  lines(): AccountLine[] {
    const order = (line: LineKey) => dimensions.indexOf(line.dimension);
    return [...this.#lines.values()].toSorted((a, b) => order(a) - order(b) || (a.key < b.key ? -1 : 1));
  }
}

export interface Day {
  readonly carriedIn: readonly (LineKey & { readonly count: number })[];
  readonly moves: readonly Moves[];
  /** counted by itself, from where the issues stand: the identity compares it with the moves */
  readonly carriedOver: readonly Counted[];
  readonly reports: readonly Counted[];
  readonly calls: readonly Counted[];
  readonly callbacks: readonly Callbacks[];
}

/** The day's account: the overall line first, then a line for each task force, town and channel that has anything to show. */
export function account({ carriedIn, moves, carriedOver, reports, calls, callbacks }: Day): AccountLine[] {
  const book = new Book();
  book.add('OVERALL', '', 'carriedIn', 0);
  for (const { dimension, key, count } of carriedIn) book.add(dimension, key, 'carriedIn', count);
  for (const move of moves) book.move(move);
  for (const one of carriedOver) book.addAll(one, 'carriedOver', one.count);
  for (const one of reports) book.addAll(one, 'reports', one.count);
  for (const one of calls) book.addAll(one, 'calls', one.count);
  for (const one of callbacks) {
    book.addAll(one, 'callbacks', one.attempted);
    book.addAll(one, 'callbacksReached', one.reached);
    book.addAll(one, 'callbacksSettled', one.settled);
  }
  return book.lines();
}

/** What an opening balance carries into each line. */
export function perLine(open: readonly Counted[]): Day['carriedIn'] {
  return account({ carriedIn: [], moves: [], carriedOver: open, reports: [], calls: [], callbacks: [] }).map(
    ({ dimension, key, carriedOver }) => ({ dimension, key, count: carriedOver }),
  );
}

/** carried in + registered + readmitted (+ moved in) - written off - merged - rejected (- moved out) - carried over: 0 or the account is wrong. */
export function difference(line: AccountLine): number {
  const came = line.carriedIn + line.registered + line.readmitted + line.movedIn;
  return came - line.writtenOff - line.merged - line.rejected - line.movedOut - line.carriedOver;
}

export interface Violation extends LineKey {
  readonly difference: number;
}

/** The lines in which the identity does not hold. */
export function violations(lines: readonly AccountLine[]): Violation[] {
  return lines
    .map((line) => ({ dimension: line.dimension, key: line.key, difference: difference(line) }))
    .filter((line) => line.difference !== 0);
}
