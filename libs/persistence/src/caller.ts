import { AsyncLocalStorage } from 'node:async_hooks';

/** Who asks for what is being done, and from where; all null for what the machine does by itself. */
export interface Caller {
  /** the token's subject */
  readonly sub: string | null;
  readonly roles: readonly string[] | null;
  /** the client's address as the gateway saw it: for the trail alone, never in a log or an event */
  readonly origin: string | null;
}

const nobody: Caller = { sub: null, roles: null, origin: null };
const storage = new AsyncLocalStorage<{ caller: Caller; entries: number }>();

/** Runs a request, whose caller becomes known while it runs. */
export function runForCaller<T>(work: () => T): T {
  return storage.run({ caller: nobody, entries: 0 }, work);
}

/** Makes known who calls, for the rest of the request in hand; outside of one nobody does. */
export function calledBy(caller: Partial<Caller>): void {
  const request = storage.getStore();
  if (request) request.caller = { ...request.caller, ...caller };
}

export function currentCaller(): Caller {
  return storage.getStore()?.caller ?? nobody;
}

/** Counts the entries that the request in hand makes. */
export function countEntries(count: number): void {
  const request = storage.getStore();
  if (request) request.entries += count;
}

/** How many entries the request in hand has made, also where its transaction was lost. */
export function entriesMade(): number {
  return storage.getStore()?.entries ?? 0;
}
