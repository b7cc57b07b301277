import type { EntityManager } from 'typeorm';
import { BEGINNING, ENTRY, linkTo, type Head } from './chain.ts';

/** What was told of a chain's end outside of its database, such as in a day's account. */
export interface Told extends Head {
  /** who told it: part of the sentence that says what is wrong */
  readonly by: string;
}

export interface Verified {
  /** how many entries are linked and right, one after the other from the first */
  readonly entries: number;
  readonly head: Head;
  /** published, and not linked yet: the relay does it when it has nothing newer to do */
  readonly waiting: number;
  /** the first thing that is wrong, in a sentence; null where nothing is */
  readonly fault: string | null;
}

interface Linked {
  readonly link: string;
  readonly hash: Buffer;
  readonly seq: string;
  readonly id: string;
  readonly entry: string;
}

const PAGE = 1_000;
const PAGE_OF_LINKS = `select link, hash, seq, id, ${ENTRY} as entry from event_log
  where link >= $1 and (link, seq) > ($1, $2) order by event_log.link, event_log.seq limit ${PAGE}`;

/** What is wrong with the row that should be the next of the chain; else the chain's end with it. */
function step(head: Head, row: Linked): Head | string {
  const [link, wanted] = [Number(row.link), head.link + 1];
  if (link < wanted) return `entry ${link} is there twice: seq ${row.seq} (event ${row.id}) was put in`;
  if (link > wanted) return `entry ${wanted} was taken out; the next is ${link}, seq ${row.seq} (event ${row.id})`;
  const next = linkTo(head, row.entry);
  return next.hash.equals(row.hash) ? next : `entry ${link}, seq ${row.seq} (event ${row.id}), was altered`;
}

function hex({ hash }: Head): string {
  return hash.toString('hex');
}

class Walk {
  head = BEGINNING;
  fault: string | null = null;
  readonly #told: Map<number, Told[]>;

  constructor(told: readonly Told[]) {
    this.#told = Map.groupBy(told, ({ link }) => link);
  }

  /** @returns false when there is something wrong with it */
  take(row: Linked): boolean {
    const next = step(this.head, row);
    if (typeof next === 'string') this.fault = next;
    else {
      this.head = next;
      this.fault = this.#contradicted();
    }
    this.#told.delete(this.head.link);
    return this.fault === null;
  }

  end(): void {
    const [lost] = [...this.#told.values()].flat().toSorted((one, other) => one.link - other.link);
    if (this.fault === null && lost && lost.link > 0)
      this.fault = `entries ${this.head.link + 1} to ${lost.link} were taken out: ${lost.by} knows of entry ${lost.link}`;
  }

  #contradicted(): string | null {
    const other = this.#told.get(this.head.link)?.find(({ hash }) => !hash.equals(this.head.hash));
    if (!other) return null;
    return `the chain up to entry ${this.head.link} was made anew: it ends in ${hex(this.head)}, and ${other.by} says ${hex(other)}`;
  }
}

/**
 * Computes a service's chain anew, from its first entry on, a thousand rows in memory at a time.
 * @param told ends of the chain as they were told elsewhere: without them, a chain that was made anew in whole looks right
 */
export async function verify(manager: EntityManager, told: readonly Told[]): Promise<Verified> {
  const walk = new Walk(told);
  let last = { link: '0', seq: '0' };
  for (;;) {
    const rows: Linked[] = await manager.query(PAGE_OF_LINKS, [last.link, last.seq]);
    if (!rows.every((row) => walk.take(row)) || rows.length < PAGE) break;
    last = rows.at(-1)!;
  }
  walk.end();
  const [waiting]: { n: number }[] = await manager.query(
    'select count(*)::int as n from event_log where link is null and published_at is not null',
  );
  return { entries: walk.head.link, head: walk.head, waiting: waiting!.n, fault: walk.fault };
}
