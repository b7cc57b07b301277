import type { Announcement } from '@qifutong/contracts/define-event';
import { v7 as uuidv7 } from 'uuid';
import { append } from './append.ts';
import { currentErrand, type Errand } from './caller.ts';
import type { Database, Tx } from './database.ts';

/** The events of a service that tell of changes which no other event tells of. */
export interface Entries {
  readonly mutation: (data: { entryId: string; mutation: string; of: string | null }) => Announcement;
  readonly job: (data: { entryId: string; job: string; of: string | null }) => Announcement;
}

/** Somebody's request changed something, and nothing says what: no commit. */
export class ChangeWithoutEntry extends Error {
  override readonly name = 'ChangeWithoutEntry';
}

// Whoever locks a row has a transaction id as well, but only who writes holds this lock of a table.
const WROTE = `select case when pg_current_xact_id_if_assigned() is null then false else exists (
  select from pg_locks where pid = pg_backend_pid() and locktype = 'relation' and mode = 'RowExclusiveLock') end as wrote`;

async function wrote({ manager }: Tx): Promise<boolean> {
  const rows: { wrote: boolean }[] = await manager.query(WROTE);
  return rows[0]!.wrote;
}

function entryOf({ kind, name }: Errand, of: string | null, entries: Entries): Announcement {
  const entryId = uuidv7();
  switch (kind) {
    case 'MUTATION':
      return entries.mutation({ entryId, mutation: name, of });
    case 'JOB':
      return entries.job({ entryId, job: name, of });
    case 'REQUEST':
      throw new ChangeWithoutEntry('a request that is no mutation tells an event of what it changes');
  }
}

/** From here on every transaction of that database which writes something and appends no event makes an entry of itself. */
export function enterChanges(db: Database, entries: Entries): void {
  db.enter = async (tx) => {
    const errand = currentErrand();
    if (errand === null || !(await wrote(tx))) return;
    const entry = entryOf(errand, tx.concerns?.slice(0, 100) ?? null, entries);
    await append(tx, [entry], 0, await tx.now());
  };
}
