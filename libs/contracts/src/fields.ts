import { z } from 'zod';

/** An instant: a Date in the program, RFC 3339 in UTC on the wire. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** a day of the county's calendar, `YYYY-MM-DD` */
export const day = z.iso.date();

export const id = z.uuid();
export const creditCode = z.string().length(18);
export const townCode = z.string().regex(/^\d{9}$/);
/** a section letter of GB/T 4754 */
export const industry = z.string().regex(/^[A-T]$/);
export const firmSizes = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
export type FirmSize = (typeof firmSizes)[number];
export const firmSize = z.enum(firmSizes);
/** `20200214-0042` */
export const issueNumber = z.string().regex(/^\d{8}-\d{4,}$/);
/** `共20200214-0003` */
export const commonIssueNumber = z.string().regex(/^共\d{8}-\d{4,}$/);
/** the subject of an identity, never a name */
export const person = z.string().min(1).max(200);
export const round = z.int().min(1);
export const count = z.int().min(0);
/** a day of the county's calendar */
export const countyDate = z.iso.date();

/** the place of an entry in the chain of a service's trail */
export const link = z.int().min(1);
/** SHA-256 over an entry of a trail and all before it, in hexadecimal digits */
export const chainHash = z.string().regex(/^[0-9a-f]{64}$/);

/** of what is stored, in hexadecimal digits */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const pictureType = z.enum(['image/jpeg', 'image/png', 'image/webp']);

/** the name of a mutation of the graph */
export const mutation = z.string().regex(/^[a-z][A-Za-z]{2,60}$/);
/** the name of a job or of a script */
export const job = z.string().regex(/^[a-z][a-z-]{2,60}$/);
/** What is exported into files. */
export const exported = z.enum(['FIRMS', 'ISSUES', 'INSPECTIONS', 'DAILY_CLOSURE']);

export const domains = [
  'LABOUR',
  'LOGISTICS',
  'FINANCE',
  'SUPPLY_CHAIN',
  'EPIDEMIC_PREVENTION',
  'TESTING',
  'PASSAGE',
  'MATERIALS',
  'POLICY',
  'APPROVAL',
  'PROJECT',
  'MARKET',
  'OTHER',
] as const;
export type Domain = (typeof domains)[number];
export const domain = z.enum(domains);

export const urgencies = ['NORMAL', 'URGENT'] as const;
export type Urgency = (typeof urgencies)[number];
export const urgency = z.enum(urgencies);

export const natures = ['INDIVIDUAL', 'COMMON'] as const;
export type Nature = (typeof natures)[number];
export const nature = z.enum(natures);

export const channels = ['HOTLINE', 'LINE_12345', 'LINE_8718', 'ONLINE', 'PUBLIC_OPINION', 'VISIT'] as const;
export type Channel = (typeof channels)[number];
export const channel = z.enum(channels);

/** The time limits of a task force. */
export const clockKinds = ['ACCEPTANCE', 'SOLUTION'] as const;
export type ClockKind = (typeof clockKinds)[number];
export const clockKind = z.enum(clockKinds);

/** The time limits of the centre itself: to dispatch an issue, to call a firm back. */
export const centreClockKinds = ['DISPATCH', 'CALLBACK'] as const;
export type CentreClockKind = (typeof centreClockKinds)[number];
export const centreClockKind = z.enum(centreClockKinds);

/** 综合协调: the task force that gets what no rule sends elsewhere. */
export const COORDINATION = 'COORDINATION';

/** Why a clock is suspended. */
export const suspensionReasons = ['WAITING_FOR_FIRM', 'WAITING_FOR_HIGHER_AUTHORITY', 'FORCE_MAJEURE'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];
export const suspensionReason = z.enum(suspensionReasons);

export const colours = ['GREEN', 'YELLOW', 'RED'] as const;
export type Colour = (typeof colours)[number];
export const colour = z.enum(colours);

export const closedStatuses = ['WRITTEN_OFF', 'REJECTED', 'MERGED'] as const;
export const closedStatus = z.enum(closedStatuses);

/** Why an issue is rejected; to be not our business is a reason to transfer, never to close. */
export const rejectionReasons = [
  'NOT_A_PROBLEM',
  'NOT_A_FIRM',
  'OUTSIDE_COUNTY',
  'WITHDRAWN_BY_FIRM',
  'INCOMPREHENSIBLE',
  'ABUSIVE',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];
export const rejectionReason = z.enum(rejectionReasons);

/** 复工验收: to lift a shutdown, or to begin work at all. */
export const acceptanceKinds = ['RESUMPTION', 'FIRST'] as const;
export type AcceptanceKind = (typeof acceptanceKinds)[number];
export const acceptanceKind = z.enum(acceptanceKinds);

/** Of which kind the task is that an event tells of: all events of one task are numbered together. */
export function taskKind({ issueId }: { readonly issueId: string | null }): 'task' | 'common-task' {
  return issueId === null ? 'common-task' : 'task';
}
