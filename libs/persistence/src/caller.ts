import { AsyncLocalStorage } from 'node:async_hooks';

/** Who asks for what is being done, and from where; all null for what the machine does by itself. */
export interface Caller {
  /** the token's subject */
  readonly sub: string | null;
  readonly roles: readonly string[] | null;
  /** the client's address as the gateway saw it: for the trail alone, never in a log or an event */
  readonly origin: string | null;
}

/** What is being done: a mutation of the graph, any other request, or what the machine does by itself. */
export type Errand =
  { readonly kind: 'MUTATION' | 'JOB'; readonly name: string } | { readonly kind: 'REQUEST'; readonly name: null };

interface InHand {
  readonly errand: Errand;
  caller: Caller;
}

const nobody: Caller = { sub: null, roles: null, origin: null };
const storage = new AsyncLocalStorage<InHand>();

/** Runs a request, whose caller becomes known while it runs. */
export function runForCaller<T>(work: () => T): T {
  return storage.run({ errand: { kind: 'REQUEST', name: null }, caller: nobody }, work);
}

/** Runs one mutation of the request in hand, for its caller. */
export function runMutation<T>(name: string, work: () => T): T {
  return storage.run({ errand: { kind: 'MUTATION', name }, caller: currentCaller() }, work);
}

/** Runs what nobody asks for: a job, a script; also what a request sets going and does not wait for. */
export function runJob<T>(name: string, work: () => T): T {
  return storage.run({ errand: { kind: 'JOB', name }, caller: nobody }, work);
}

/** Makes known who calls, for the rest of the request in hand; outside of one nobody does. */
export function calledBy(caller: Partial<Caller>): void {
  const inHand = storage.getStore();
  if (inHand) inHand.caller = { ...inHand.caller, ...caller };
}

export function currentCaller(): Caller {
  return storage.getStore()?.caller ?? nobody;
}

/** Null where none is known: an event that is heard, of which the trail of its service has the entry. */
export function currentErrand(): Errand | null {
  return storage.getStore()?.errand ?? null;
}
