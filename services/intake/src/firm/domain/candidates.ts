import { likelyName, type Sound } from './firm-name.ts';
import { namesOf, type Firm } from './firm.ts';

/** A firm that a name as heard may mean. */
export interface Candidate {
  readonly creditCode: string;
  /** 0 to 1; from SAME_FIRM_SCORE on it is safe enough to go by */
  readonly score: number;
  /** which of its names is meant, and what else speaks for it */
  readonly evidence: readonly string[];
}

export interface Heard {
  readonly firmName: string;
  readonly townCode: string | null;
}

export const MOST_CANDIDATES = 5;
const WORTH_A_LOOK = 0.5;

/** The firms that a name as heard may mean, the likeliest first; of equals first the one of the town that was said. */
export function candidates(heard: Heard, firms: readonly Firm[], sound: Sound): readonly Candidate[] {
  return firms
    .map((firm) => weighed(heard, firm, sound))
    .filter(({ score }) => score >= WORTH_A_LOOK)
    .toSorted(
      (a, b) => b.score - a.score || b.evidence.length - a.evidence.length || (a.creditCode < b.creditCode ? -1 : 1),
    )
    .slice(0, MOST_CANDIDATES);
}

function weighed({ firmName, townCode }: Heard, firm: Firm, sound: Sound): Candidate {
  const scores = namesOf(firm).map((name) => (name === firmName ? 1 : likelyName(firmName, name, sound)));
  const score = Math.max(...scores);
  const at = scores.indexOf(score);
  const meant = at === 0 ? `登记名称“${firm.name}”` : `别名“${firm.aliases[at - 1]}”`;
  const evidence = [`所报名称“${firmName}”与${meant}${namesOf(firm)[at] === firmName ? '相同' : '相近'}`];
  return {
    creditCode: firm.creditCode,
    score,
    evidence: townCode === firm.townCode ? [...evidence, '乡镇(街道)相同'] : evidence,
  };
}
