import type { DataSource, EntityManager } from 'typeorm';

/** Where the time comes from. A test hands its own. */
export interface Clock {
  /** milliseconds precision */
  now(manager: EntityManager): Promise<Date>;
}

/** The database's clock: one time for all instances of a service. */
export const databaseClock: Clock = {
  async now(manager) {
    const rows: { now: Date }[] = await manager.query(`select date_trunc('milliseconds', clock_timestamp()) as now`);
    return rows[0]!.now;
  },
};

/** One open transaction. */
export class Tx {
  readonly manager: EntityManager;
  readonly #clock: Clock;
  /** set by append(): somebody must tell the relay after the commit */
  appended = false;
  /** the id of what is changed, for the entry of a change that no event tells of */
  concerns: string | null = null;

  constructor(manager: EntityManager, clock: Clock) {
    this.manager = manager;
    this.#clock = clock;
  }

  now(): Promise<Date> {
    return this.#clock.now(this.manager);
  }
}

type Work<T> = (tx: Tx) => Promise<T>;

/** A service's database together with its clock. */
export class Database {
  readonly source: DataSource;
  readonly clock: Clock;
  /** Wakes the relay where it is active in this very process; false where it is not, and must be rung for. */
  wakeRelay: () => boolean = () => false;
  /** Enters what a transaction did that is about to commit without an event. */
  enter: (tx: Tx) => Promise<void> = () => Promise.resolve();
  #ringing = false;
  #ringAgain = false;

  constructor(source: DataSource, clock: Clock = databaseClock) {
    this.source = source;
    this.clock = clock;
  }

  now(): Promise<Date> {
    return this.clock.now(this.source.manager);
  }

  /**
   * Runs `work` in a transaction; wakes the relay after a commit that appended events. What it wrote without one is entered in it.
   * @throws ChangeWithoutEntry for a change by a request that is no mutation and tells no event
   */
  transaction<T>(work: Work<T>): Promise<T> {
    return this.#run(work, (tx) => this.enter(tx));
  }

  /** The same for what the machine notes for itself or derives anew, such as which file is to go: that needs no entry. */
  note<T>(work: Work<T>): Promise<T> {
    return this.#run(work, () => Promise.resolve());
  }

  /** Reads as of one instant. */
  snapshot<T>(read: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', read);
  }

  async #run<T>(work: Work<T>, enter: Work<void>): Promise<T> {
    let appended = false;
    const result = await this.source.transaction(async (manager) => {
      const tx = new Tx(manager, this.clock);
      const value = await work(tx);
      if (!tx.appended) await enter(tx);
      appended = tx.appended;
      return value;
    });
    if (appended && !this.wakeRelay()) void this.#ring();
    return result;
  }

  // NOTIFY inside the writing transaction would serialise all commits on one lock; sent after it and debounced, it costs nothing.
  async #ring(): Promise<void> {
    this.#ringAgain = this.#ringing;
    if (this.#ringing) return;
    this.#ringing = true;
    try {
      await this.source.query(`select pg_notify('event_log', '')`);
    } catch {
      // the relay polls as well: a bell that is not heard costs a quarter of a second
    }
    this.#ringing = false;
    if (this.#ringAgain) void this.#ring();
  }
}

/** Joins the caller's transaction, or opens one. */
export function inTransaction<T>(db: Database | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db instanceof Tx ? work(db) : db.transaction(work);
}
