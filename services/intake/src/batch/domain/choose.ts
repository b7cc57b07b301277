import type { Batch, BatchItem } from './batch.ts';
import { reject } from './rejections.ts';

interface Choice {
  /** issues that a person ticked */
  readonly include: readonly string[];
  /** issues that a person took away */
  readonly exclude: readonly string[];
}

/**
 * The lines that are to be applied: at first all matches but those taken away, and what was ticked; run again only what failed
 * and what is ticked now. What was done is never done again.
 * @throws BATCH_ITEM_NOT_IN_PREVIEW, BATCH_ITEM_EXCLUDED
 */
export function choose(batch: Batch, items: readonly BatchItem[], { include, exclude }: Choice): readonly BatchItem[] {
  const listed = new Map(items.map((item) => [item.issueId, item]));
  for (const [field, ids] of [['include', include] as const, ['exclude', exclude] as const]) {
    const stranger = ids.find((id) => !listed.has(id));
    if (stranger !== undefined) throw reject('BATCH_ITEM_NOT_IN_PREVIEW', { field, id: stranger });
  }
  const excluded = include.find((id) => listed.get(id)?.verdict === 'EXCLUDED');
  if (excluded !== undefined) throw reject('BATCH_ITEM_EXCLUDED', { field: 'include', id: excluded });
  const [ticked, away] = [new Set(include), new Set(exclude)];
  const first = batch.state === 'PREVIEWED';
  return items.filter(({ issueId, verdict, outcome }) => {
    if (away.has(issueId)) return false;
    if (outcome !== null) return outcome === 'FAILED';
    return ticked.has(issueId) || (first && verdict === 'MATCH');
  });
}
