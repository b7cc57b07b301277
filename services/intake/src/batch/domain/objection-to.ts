import type { BatchItem } from './batch.ts';
import type { Judgement } from './judge.ts';
import type { Reason } from './reasons.ts';

/**
 * Why a line is skipped when it is applied, judged anew by then: it is excluded, or a person should look at it who was shown a match. Null
 * where it is applied: nothing new was found, or somebody said yes to a doubt already.
 */
export function objectionTo({ verdict: shown }: Pick<BatchItem, 'verdict'>, now: Judgement): Reason | null {
  return now.verdict === 'EXCLUDED' || shown === 'MATCH' ? now.because : null;
}
