import type { Colour } from '@qifutong/contracts/fields';
import { exhaustive } from '@qifutong/kernel/exhaustive';
import type { Inspected, Step } from './fact.ts';
import type { Condition, Light } from './light.ts';

/** What the next inspection is judged by. */
export type Standing = Pick<Light, 'condition' | 'run'>;

/** The table of domain.md 4.3. */
export function afterInspection(standing: Standing, { passed, redAtRun }: Inspected): Standing {
  const { condition } = standing;
  const run = standing.run + 1;
  switch (condition) {
    case 'NORMAL':
      if (passed) return { condition, run: 0 };
      return { condition: run < redAtRun ? 'NORMAL' : 'INTERVIEW_DUE', run };
    case 'INTERVIEW_HELD':
      return passed ? { condition: 'NORMAL', run: 0 } : { ...standing, condition: 'SHUTDOWN_DRAFTED' };
    case 'INTERVIEW_DUE':
    case 'SHUTDOWN_DRAFTED':
    case 'SHUT_DOWN':
      return standing;
    default:
      return exhaustive(condition);
  }
}

const steps = {
  INTERVIEW_HELD: { from: ['INTERVIEW_DUE'], to: 'INTERVIEW_HELD' },
  SHUTDOWN_SIGNED: { from: ['SHUTDOWN_DRAFTED'], to: 'SHUT_DOWN' },
  SHUTDOWN_REFUSED: { from: ['SHUTDOWN_DRAFTED'], to: 'INTERVIEW_DUE' },
  // what was found before it, and was not signed by then, it answers too
  ACCEPTANCE_APPROVED: { from: ['SHUTDOWN_DRAFTED', 'SHUT_DOWN'], to: 'NORMAL' },
} as const satisfies Record<Step['kind'], { from: readonly Condition[]; to: Condition }>;

/** A step that does not follow from the history (any more) changes nothing: what rested on it is withdrawn. */
export function afterStep(standing: Standing & { readonly causedBy?: string }, { kind, on }: Step): Standing {
  const { from, to }: { from: readonly Condition[]; to: Condition } = steps[kind];
  if (!from.includes(standing.condition) || (on != null && standing.causedBy !== on)) return standing;
  return { condition: to, run: to === 'NORMAL' ? 0 : standing.run };
}

export function colourOf({ condition, run }: Standing): Colour {
  if (condition !== 'NORMAL') return 'RED';
  return run === 0 ? 'GREEN' : 'YELLOW';
}
