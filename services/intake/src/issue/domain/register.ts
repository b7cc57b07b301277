import type { Announcement } from '@qifutong/contracts/define-event';
import type { Channel } from '@qifutong/contracts/fields';
import { issueRegistered } from '@qifutong/contracts/intake/issue-registered';
import type { Decision } from '@qifutong/kernel/decision';
import { compactDay } from '@qifutong/kernel/county-time';
import { nothingDone, type Issue } from './issue.ts';

/** The county's day and that day's running number. */
export interface RegisterNumber {
  readonly day: string;
  readonly runningNumber: number;
}

export interface Registration extends RegisterNumber {
  readonly id: string;
  readonly reportId: string;
  readonly channel: Channel;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  readonly townCode: string | null;
  readonly firstContact: { readonly sub: string; readonly name: string };
  /** who of the centre took it, who may be another; null: the firm handed it in by itself */
  readonly takenBy: string | null;
  /** history that is loaded as of the day received */
  readonly loaded?: true;
}

/** `20200214-0042`; longer than four digits from the ten thousandth of a day on. */
export function issueNumber(day: string, runningNumber: number): string {
  return `${compactDay(day)}-${String(runningNumber).padStart(4, '0')}`;
}

/** What every issue begins with. */
const untouched = {
  ...nothingDone,
  version: 0,
  status: 'REGISTERED',
  round: 1,
  domain: null,
  urgency: 'NORMAL',
  loaded: false,
  statusReason: null,
  statusNote: null,
  formerStatus: null,
  mergedInto: null,
  commonIssueId: null,
  optedOut: false,
  tookUrgency: false,
  tookOptOut: false,
} as const satisfies Partial<Issue>;

/** A report becomes an issue of the register. @param now when it is registered: of a loaded one, when it was received */
export function register(input: Registration, now: Date): Decision<Issue, Announcement> {
  const { id, reportId, day, runningNumber, firstContact, takenBy, ...told } = input;
  const issue: Issue = {
    ...untouched,
    ...told,
    id,
    number: issueNumber(day, runningNumber),
    firstContactSub: firstContact.sub,
    firstContactName: firstContact.name,
    handledBy: [...new Set([firstContact.sub, takenBy ?? firstContact.sub])],
    registeredAt: now,
    changedAt: now,
    changedOn: day,
  };
  const { number, channel, firmCreditCode, townCode, loaded } = issue;
  const about = { issueId: id, number, reportId, channel, firmCreditCode, townCode };
  const registeredAt = now.toISOString();
  return { state: issue, events: [issueRegistered({ ...about, registeredAt, ...(loaded && { loaded }) })] };
}
