type Condition = 'NORMAL' | 'INTERVIEW_DUE' | 'INTERVIEW_HELD' | 'SHUTDOWN_DRAFTED' | 'SHUT_DOWN';
type Kind = 'INSPECTED' | 'INTERVIEW_HELD' | 'SHUTDOWN_SIGNED' | 'SHUTDOWN_REFUSED' | 'ACCEPTANCE_APPROVED';

/** A fact that counted or moved something, with the condition that it left behind. */
export interface Moment {
  readonly at: Date;
  readonly kind: Kind;
  /** the inspection, the interview, the shutdown or the acceptance */
  readonly factId: string;
  readonly condition: Condition;
}

/** An interview that must exist. */
export interface SummonsDue {
  readonly inspectionId: string | null;
  /** the shutdown that was refused */
  readonly shutdownId: string | null;
  readonly causedAt: Date;
  /** the interview that ended the wait for it */
  readonly heldAs: string | null;
}

/** A shutdown order that must exist. */
export interface ShutdownDue {
  readonly inspectionId: string;
  readonly causedAt: Date;
  readonly lifted: { readonly acceptanceId: string; readonly at: Date } | null;
}

/** What was under way already where the moments begin. */
export interface Carried {
  readonly summons: SummonsDue | null;
  readonly shutdown: ShutdownDue | null;
}

export interface FollowUps {
  readonly summonses: readonly SummonsDue[];
  readonly shutdowns: readonly ShutdownDue[];
}

/** True when what came or went can ask for a document, or lift one. */
export function bearsOnDocuments(changed: readonly Moment[]): boolean {
  return changed.some(({ condition, kind }) => condition !== 'NORMAL' || kind !== 'INSPECTED');
}

export function asksForInterview(condition: Condition): boolean {
  return condition === 'INTERVIEW_DUE';
}

export function asksForShutdown(condition: Condition): boolean {
  return condition === 'SHUTDOWN_DRAFTED' || condition === 'SHUT_DOWN';
}

const none: Carried = { summons: null, shutdown: null };

function summonsBy({ kind, factId, at }: Moment): SummonsDue {
  const inspected = kind === 'INSPECTED';
  return {
    inspectionId: inspected ? factId : null,
    shutdownId: inspected ? null : factId,
    causedAt: at,
    heldAs: null,
  };
}

/** What becomes due with a moment, or is met by it. */
function after({ summonses, shutdowns }: FollowUps, before: Condition, moment: Moment): FollowUps {
  const { condition, kind, factId, at } = moment;
  const [summons, shutdown] = [summonses.at(-1), shutdowns.at(-1)];
  if (kind === 'INTERVIEW_HELD' && summons)
    return { summonses: summonses.with(-1, { ...summons, heldAs: factId }), shutdowns };
  if (kind === 'ACCEPTANCE_APPROVED' && before === 'SHUTDOWN_DRAFTED')
    return { summonses, shutdowns: shutdowns.slice(0, -1) };
  if (kind === 'ACCEPTANCE_APPROVED' && shutdown)
    return { summonses, shutdowns: shutdowns.with(-1, { ...shutdown, lifted: { acceptanceId: factId, at } }) };
  if (condition === before) return { summonses, shutdowns };
  if (condition === 'INTERVIEW_DUE') return { summonses: [...summonses, summonsBy(moment)], shutdowns };
  if (condition === 'SHUTDOWN_DRAFTED')
    return { summonses, shutdowns: [...shutdowns, { inspectionId: factId, causedAt: at, lifted: null }] };
  return { summonses, shutdowns };
}

/**
 * The interviews and shutdowns that follow from a firm's history, oldest first: each time the condition comes to ask for one.
 * @param before the condition in which the moments begin
 */
export function followUps(before: Condition, moments: readonly Moment[], carried: Carried = none): FollowUps {
  const begun = {
    summonses: carried.summons ? [carried.summons] : [],
    shutdowns: carried.shutdown ? [carried.shutdown] : [],
  };
  return moments.reduce<FollowUps>((due, moment, i) => after(due, moments[i - 1]?.condition ?? before, moment), begun);
}
