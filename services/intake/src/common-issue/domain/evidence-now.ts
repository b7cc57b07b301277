import type { CommonIssue } from './common-issue.ts';

/** What speaks for it: of one that likeness found, how many it has by now, and not how many it began with. */
export function evidenceNow(
  { founding, evidence }: Pick<CommonIssue, 'founding' | 'evidence'>,
  { memberCount, firmCount }: { readonly memberCount: number; readonly firmCount: number },
): readonly string[] {
  return founding === null ? evidence : [`现有 ${memberCount} 件相似,来自 ${firmCount} 家企业`, ...evidence];
}
