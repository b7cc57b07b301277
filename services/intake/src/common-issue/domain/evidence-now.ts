import type { CommonIssue } from './common-issue.ts';
import { textsAmong, type FirstWords } from './texts-shown.ts';

interface Now {
  readonly memberCount: number;
  readonly firmCount: number;
  /** by whoever may read them */
  readonly told: readonly FirstWords[];
}

/** What speaks for it: of one that likeness found, how many it has by now, and not how many it began with. */
export function evidenceNow(
  { founding, evidence }: Pick<CommonIssue, 'founding' | 'evidence'>,
  { memberCount, firmCount, told }: Now,
): readonly string[] {
  if (founding === null) return evidence;
  return [`现有 ${memberCount} 件相似,来自 ${firmCount} 家企业`, ...evidence, ...textsAmong(told)];
}
