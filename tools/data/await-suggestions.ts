import { setTimeout as pause } from 'node:timers/promises';
import type { Ask } from './gateway.ts';
import type { Said } from './verdict.ts';

/** Fields that one query may name are limited; each issue takes four. */
const AT_ONCE = 50;
const PAUSE_MS = 500;

export interface Awaiting {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  readonly onDone: (done: number) => void;
  readonly pauseMs?: number;
}

type Suggested = Said & Readonly<Record<string, { readonly suggestion: object | null } | null | string>>;

/** How many of the first issues have their suggestion, up to the first that has not. */
async function suggestedOf(ask: Ask, issueIds: readonly string[]): Promise<number> {
  const fields = issueIds.map((id, i) => `i${i}: issue(id: "${id}") { suggestion { domain } }`);
  const query = `query Suggested { __typename ${fields.join(' ')} }`;
  const answer = await ask<Suggested>({
    query,
    variables: {},
    asked: { field: null, type: 'Query', nameInFile: String },
  });
  if ('refusal' in answer) throw new Error('the gateway refused to tell of the suggestions');
  const waiting = issueIds.findIndex((_, i) => {
    const issue = answer.value[`i${i}`];
    return typeof issue === 'object' && issue?.suggestion === null;
  });
  return waiting < 0 ? issueIds.length : waiting;
}

/**
 * Waits until every issue has its suggestion: they are made in the order of registration.
 * @returns how many have it; fewer than all when it was interrupted
 */
export async function awaitSuggestions(issueIds: readonly string[], awaiting: Awaiting): Promise<number> {
  const { ask, signal, onDone, pauseMs = PAUSE_MS } = awaiting;
  let done = 0;
  while (done < issueIds.length && !signal.aborted) {
    const found = await suggestedOf(ask, issueIds.slice(done, done + AT_ONCE));
    onDone((done += found));
    if (found < AT_ONCE && done < issueIds.length) await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  return done;
}

/** So many issues may wait for their suggestion while more are loaded; at this many the load waits for half of them. */
const MOST_WAITING = 10_000;

/** The issues of a load that wait for their suggestion: never more than so many are kept. */
export function awaitingIssues(awaiting: Awaiting, most = MOST_WAITING) {
  const waiting: string[] = [];
  const count = { loaded: 0, done: 0 };
  const wait = async (issues: number) => {
    const before = count.done;
    const onDone = (done: number) => awaiting.onDone(before + done);
    const done = await awaitSuggestions(waiting.slice(0, issues), { ...awaiting, onDone });
    waiting.splice(0, done);
    count.done += done;
  };
  return {
    count: count as Readonly<typeof count>,
    add: async (issueId: string): Promise<void> => {
      count.loaded += 1;
      waiting.push(issueId);
      if (waiting.length >= most) await wait(Math.ceil(most / 2));
    },
    all: () => wait(waiting.length),
  };
}
