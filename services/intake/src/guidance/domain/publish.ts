import type { Announcement } from '@qifutong/contracts/define-event';
import { guidancePublished } from '@qifutong/contracts/intake/guidance-published';
import type { Decision } from '@qifutong/kernel/decision';
import type { Content, Guidance } from './guidance.ts';
import { reject } from './rejections.ts';

export interface Publication {
  readonly content: Content;
  /** the common issue that it settles, where it is said */
  readonly commonIssueId: string | null;
}

function published(
  state: Guidance,
  { effectiveFrom, effectiveTo }: Content,
  now: Date,
): Decision<Guidance, Announcement> {
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    throw reject('GUIDANCE_DATES_REVERSED', { field: 'effectiveTo', from: effectiveFrom });
  const { id: guidanceId, currentVersion: guidanceVersion, domain, commonIssueId } = state;
  const publishedAt = now.toISOString();
  const told = { guidanceId, guidanceVersion, domain, commonIssueId, effectiveFrom, effectiveTo, publishedAt };
  return { state, events: [guidancePublished(told)] };
}

/** Its first version. */
export function publish(id: string, told: Publication, now: Date): Decision<Guidance, Announcement> {
  const guidance: Guidance = {
    id,
    version: 0,
    state: 'PUBLISHED',
    commonIssueId: told.commonIssueId,
    domain: told.content.domain,
    currentVersion: 1,
    publishedAt: now,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: null,
  };
  return published(guidance, told.content, now);
}

/**
 * One more version; it supersedes those before it, an announced one too, but takes back no day on which one was in force.
 * @param inForceFrom the first day of the version that took effect last; null where none has yet
 */
export function publishNext(
  guidance: Guidance,
  told: Publication,
  inForceFrom: string | null,
  now: Date,
): Decision<Guidance, Announcement> {
  const { content } = told;
  if (guidance.state === 'WITHDRAWN') throw reject('GUIDANCE_WITHDRAWN', { title: content.title });
  const { commonIssueId } = guidance;
  if (told.commonIssueId !== null && commonIssueId !== null && commonIssueId !== told.commonIssueId)
    throw reject('GUIDANCE_OF_OTHER_COMMON_ISSUE', { field: 'commonIssueId' });
  if (inForceFrom !== null && content.effectiveFrom < inForceFrom)
    throw reject('GUIDANCE_VERSION_TOO_EARLY', { field: 'effectiveFrom', from: inForceFrom });
  const next = {
    ...guidance,
    domain: content.domain,
    commonIssueId: commonIssueId ?? told.commonIssueId,
    currentVersion: guidance.currentVersion + 1,
  };
  return published(next, content, now);
}
