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

/**
 * The interviews and shutdowns that follow from a firm's history, oldest first: each time the condition comes to ask for one.
 * @param before the condition in which the moments begin
 */
export function followUps(before: Condition, moments: readonly Moment[], carried: Carried = none): FollowUps {
  const summonses: SummonsDue[] = carried.summons ? [carried.summons] : [];
  const shutdowns: ShutdownDue[] = carried.shutdown ? [carried.shutdown] : [];
  let last = before;
  for (const moment of moments) {
    const { condition, kind, factId, at } = moment;
    const summons = summonses.at(-1);
    const shutdown = shutdowns.at(-1);
    if (condition !== last && condition === 'INTERVIEW_DUE') summonses.push(summonsBy(moment));
    if (kind === 'INTERVIEW_HELD' && summons) summonses.splice(-1, 1, { ...summons, heldAs: factId });
    if (condition !== last && condition === 'SHUTDOWN_DRAFTED')
      shutdowns.push({ inspectionId: factId, causedAt: at, lifted: null });
    if (kind === 'ACCEPTANCE_APPROVED' && shutdown)
      shutdowns.splice(-1, 1, { ...shutdown, lifted: { acceptanceId: factId, at } });
    last = condition;
  }
  return { summonses, shutdowns };
}
