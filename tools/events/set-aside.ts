import { discard, openDeadLetters, requestRetry } from '@qifutong/messaging/dead-letter';
import { runJob } from '@qifutong/persistence/caller';
import type { Tx } from '@qifutong/persistence/database';
import { changing, databaseOf, type System } from './system.ts';
import { table } from './table.ts';

/** What is set aside in these services, oldest first. */
export async function listSetAside(system: System, services: readonly string[]): Promise<string> {
  const rows = await Promise.all(
    services.map(async (service) => {
      const letters = await openDeadLetters(databaseOf(system, service).manager);
      return letters.map(({ id, set_aside_at: since, reason, event, error }) => {
        const version = String(Number(event.sequence));
        return [
          service,
          id,
          since.toISOString(),
          reason,
          event.type,
          event.subject,
          version,
          error.replaceAll(/\s+/g, ' '),
        ];
      });
    }),
  );
  if (rows.flat().length === 0) return 'nothing is set aside';
  return table(['SERVICE', 'ID', 'SINCE', 'REASON', 'EVENT', 'OF', 'VERSION', 'ERROR'], rows.flat());
}

/** Asks a service to handle one set-aside event again, or all. */
export async function retrySetAside(system: System, service: string, id: string): Promise<string> {
  const which = id === 'all' ? null : idOf(id);
  const count = await entered(system, service, 'retry-set-aside', async (tx) => {
    tx.concerns = which;
    return requestRetry(tx.manager, which);
  });
  if (count === 0) throw new Error(`nothing is set aside in ${service}${id === 'all' ? '' : ` under ${id}`}`);
  return `${service} handles ${count} again, in the order of each aggregate; those that waited behind them follow by themselves`;
}

/** Gives one set-aside event up for good. */
export async function discardSetAside(system: System, service: string, id: string, because: string): Promise<string> {
  const which = idOf(id);
  const done = await entered(system, service, 'discard-set-aside', async (tx) => {
    tx.concerns = which;
    return discard(tx.manager, which, because);
  });
  if (!done) throw new Error(`nothing is set aside in ${service} under ${id}`);
  return `${service} never handles ${id}; those that waited behind it follow by themselves`;
}

/** The trail has an entry of what a person did here, as of all else that no event tells of. */
function entered<T>(system: System, service: string, job: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runJob(job, () => changing(system, service).transaction(work));
}

function idOf(text: string): string {
  if (!/^\d{1,18}$/.test(text)) throw new Error(`ID must be a number of the list, not "${text}"`);
  return text;
}
