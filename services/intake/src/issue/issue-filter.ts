import { channel, domain, townCode, urgency } from '@qifutong/contracts/fields';
import { z } from 'zod';
import { issueStatuses, openStatuses } from './domain/issue.ts';

const day = z.iso.date();

export const issueFilterShape = z.object({
  status: z.array(z.enum(issueStatuses)).nullish(),
  domain: domain.nullish(),
  townCode: townCode.nullish(),
  channel: channel.nullish(),
  urgency: urgency.nullish(),
  firm: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
    .nullish(),
  firmMatched: z.boolean().nullish(),
  taskForce: z
    .string()
    .regex(/^[A-Z_]{1,50}$/)
    .nullish(),
  commonIssueId: z.uuid().nullish(),
  open: z.boolean().nullish(),
  callbackOverdue: z.boolean().nullish(),
  reviewDue: z.boolean().nullish(),
  registeredFrom: day.nullish(),
  registeredTo: day.nullish(),
  number: z
    .string()
    .regex(/^\d{1,8}(-\d{0,9})?$/)
    .nullish(),
});
type Filter = z.output<typeof issueFilterShape>;

export interface Condition {
  readonly sql: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Written out, so that the planner finds the index of the open ones. */
const open = `in ('${openStatuses.join("', '")}')`;
const overdue = 'issue.callbackDueAt is not null and issue.callbackDueAt < :now';

type Name = keyof Filter;
type Conditions = { readonly [N in Name]: (wanted: NonNullable<Filter[N]>) => string };

/** What each field of a filter asks of an `issue`; its value is the parameter of its name. */
const asked: Conditions = {
  status: (wanted) => (wanted.length > 0 ? 'issue.status in (:...status)' : 'false'),
  domain: () => 'issue.domain = :domain',
  townCode: () => 'issue.townCode = :townCode',
  channel: () => 'issue.channel = :channel',
  urgency: (wanted) => `issue.urgency = '${wanted}'`,
  firm: () => 'issue.firmCreditCode = :firm',
  // a merged one is not to be matched: it is of the firm of the one that it is in
  firmMatched: (wanted) =>
    wanted ? 'issue.firmCreditCode is not null' : `issue.firmCreditCode is null and issue.status <> 'MERGED'`,
  taskForce: () => 'issue.taskForce = :taskForce',
  commonIssueId: () => 'issue.commonIssueId = :commonIssueId',
  open: (wanted) => `issue.status ${wanted ? '' : 'not '}${open}`,
  callbackOverdue: (wanted) => (wanted ? overdue : `not coalesce(${overdue}, false)`),
  reviewDue: (wanted) => `${wanted ? '' : 'not '}issue.reviewDue`,
  registeredFrom: () => `issue.registeredAt >= (:registeredFrom::date)::timestamp at time zone :timeZone`,
  registeredTo: () => `issue.registeredAt < (:registeredTo::date + 1)::timestamp at time zone :timeZone`,
  number: () => `issue.number like :number || '%'`,
};

/** @param at the instant, and the county's time zone, by which the filter is meant */
export function conditionsOf(
  filter: Filter,
  at: { readonly now: Date | null; readonly timeZone: string },
): Condition[] {
  const names = Object.keys(asked) as Name[];
  return names.flatMap((name) => {
    const wanted = filter[name];
    if (wanted === null || wanted === undefined) return [];
    const sql = (asked[name] as (value: unknown) => string)(wanted);
    return [{ sql, parameters: { ...at, [name]: wanted } }];
  });
}
