import type { Announcement } from '@qifutong/contracts/define-event';
import { urgingReplied } from '@qifutong/contracts/taskforce/urging-replied';
import type { Decision } from '@qifutong/kernel/decision';
import { durationMs } from '../../clock/domain/duration.ts';
import { acknowledge, assertAddressed, notBefore, ofNotice } from './acknowledge.ts';
import type { Addressee } from './addressee.ts';
import { reject } from './rejections.ts';
import type { UrgingNotice } from './urging-notice.ts';

interface Reply {
  readonly reason: string;
  readonly promisedAt: Date;
  readonly by: Addressee;
  /** how far ahead may be promised, the very instant included: as a deadline may be extended; an ISO 8601 duration */
  readonly atMost: string;
}

/**
 * 答复: why it is late, and by when it will be done; once, and whoever replies has seen it.
 * @throws NOTICE_OF_SOMEBODY_ELSE, NOTICE_ANSWERED, PROMISE_PAST, PROMISE_TOO_LATE
 */
export function reply(
  notice: UrgingNotice,
  { reason, promisedAt, by, atMost }: Reply,
  now: Date,
): Decision<UrgingNotice, Announcement> {
  assertAddressed(notice, by);
  if (notice.repliedAt !== null) throw reject('NOTICE_ANSWERED', { number: notice.number });
  if (promisedAt <= now) throw reject('PROMISE_PAST', { field: 'promisedAt' });
  if (promisedAt.getTime() > now.getTime() + durationMs(atMost))
    throw reject('PROMISE_TOO_LATE', { field: 'promisedAt', atMost });
  const { state, events } = acknowledge(notice, { by }, now);
  const repliedAt = notBefore(notice.issuedAt, now);
  const instants = { promisedAt: promisedAt.toISOString(), repliedAt: repliedAt.toISOString() };
  return {
    state: { ...state, repliedAt, repliedBy: by.sub, repliedByName: by.name, replyReason: reason, promisedAt },
    events: [...events, urgingReplied({ ...ofNotice(notice), repliedBy: by.sub, ...instants })],
  };
}
