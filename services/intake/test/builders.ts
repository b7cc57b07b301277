import { checkCharacter } from '@qifutong/kernel/credit-code';
import type { CommonIssue } from '../src/common-issue/domain/common-issue.ts';
import type { Firm } from '../src/firm/domain/firm.ts';
import type { Issue } from '../src/issue/domain/issue.ts';
import type { Report } from '../src/report/domain/report.ts';
import type { Reporter, Showing } from '../src/report/domain/reporter.ts';
import type { Submission, Submitter } from '../src/report/domain/take.ts';

/** The n-th of our invented firms; the check character is right. */
export function creditCodeOf(n: number): string {
  const first17 = `91330226MA${String(n).padStart(7, '0')}`;
  return first17 + checkCharacter(first17);
}

export function aFirm(what: Partial<Firm> = {}): Firm {
  return {
    creditCode: creditCodeOf(1),
    name: '宁海一号模具厂',
    townCode: '330226110',
    industry: 'C',
    size: 'SMALL',
    employees: 42,
    address: null,
    version: 0,
    aliases: [],
    nameKeys: null,
    ...what,
  };
}

/** Registered and nothing else, unless said otherwise. */
export function anIssue(what: Partial<Issue> = {}): Issue {
  return {
    id: '01900000-0000-7000-8000-000000000042',
    version: 1,
    number: '20200214-0042',
    status: 'REGISTERED',
    round: 1,
    firmCreditCode: creditCodeOf(1),
    firmName: '宁海一号模具厂',
    townCode: '330226110',
    channel: 'HOTLINE',
    domain: null,
    urgency: 'NORMAL',
    firstContactSub: 'operator-1',
    firstContactName: '接线员甲',
    handledBy: ['operator-1'],
    registeredAt: new Date('2020-02-14T01:00:00.000Z'),
    dispatchedAt: null,
    solvedAt: null,
    writtenOffAt: null,
    changedAt: new Date('2020-02-14T01:00:00.000Z'),
    changedOn: '2020-02-14',
    loaded: false,
    taskForce: null,
    taskId: null,
    statusReason: null,
    statusNote: null,
    formerStatus: null,
    mergedInto: null,
    commonIssueId: null,
    guidanceId: null,
    guidanceVersion: null,
    batchId: null,
    answer: null,
    reviewDue: false,
    optedOut: false,
    tookUrgency: false,
    tookOptOut: false,
    callbackDueAt: null,
    callbackPolicyVersion: null,
    callAgainAt: null,
    unreached: false,
    ...what,
  };
}

export function aSubmission(what: Partial<Submission> = {}): Submission {
  return {
    channel: 'HOTLINE',
    text: '再过一周开工,消毒液还没有着落',
    firmCreditCode: null,
    firmName: null,
    townCode: null,
    externalRef: null,
    requestId: null,
    receivedAt: null,
    firstContact: null,
    ...what,
  };
}

/** Somebody of the centre, unless a firm is named. */
export function aSubmitter(what: Partial<Submitter> = {}): Submitter {
  return { sub: 'operator-1', name: '接线员甲', firm: null, ...what };
}

export function aReport(what: Partial<Report> = {}): Report {
  const { firstContact: _, ...said } = aSubmission();
  return {
    ...said,
    id: '01900000-0000-7000-8000-0000000000a1',
    issueId: '01900000-0000-7000-8000-000000000042',
    firstIssueId: null,
    takenBy: 'operator-1',
    receivedAt: new Date('2020-02-14T01:00:00.000Z'),
    registeredAt: new Date('2020-02-14T01:00:00.000Z'),
    ...what,
  };
}

/** 张三丰, 13900000042, sealed by the key `test`; what is sealed opens nowhere. */
export function aReporter(what: Partial<Reporter> = {}): Reporter {
  return {
    reportId: aReport().id,
    nameMask: '张**',
    phoneMask: '139****0042',
    sealed: 'a.b.c.d.e',
    keyId: 'test',
    pseudonym: null,
    pseudonymisedAt: null,
    confidential: false,
    ...what,
  };
}

export function aShowing(what: Partial<Showing> = {}): Showing {
  return {
    id: '01900000-0000-7000-8000-0000000000d1',
    reportId: aReport().id,
    issueId: anIssue().id,
    sub: 'operator-1',
    name: '接线员甲',
    roles: ['OPERATOR'],
    taskForce: null,
    reason: '回电核对厂址',
    refusedAs: null,
    correlationId: 'a'.repeat(32),
    askedAt: new Date('2020-02-14T01:00:00.000Z'),
    ...what,
  };
}

/** Proposed by likeness and nothing else, unless said otherwise. */
export function aCommonIssue(what: Partial<CommonIssue> = {}): CommonIssue {
  return {
    id: '01900000-0000-7000-8000-00000000c001',
    version: 1,
    number: '共20200214-0003',
    state: 'PROPOSED',
    title: '员工被村口卡点拦住',
    domain: 'PASSAGE',
    urgency: 'NORMAL',
    origin: 'LIKENESS',
    founding: null,
    evidence: ['卡口 0.8'],
    cause: null,
    causeIsOwnRule: false,
    taskForce: null,
    guidanceId: null,
    proposedAt: new Date('2020-02-14T02:00:00.000Z'),
    proposedBy: 'likeness',
    confirmedAt: null,
    confirmedBy: null,
    declinedAt: null,
    declinedBy: null,
    declinedBecause: null,
    dispatchedAt: null,
    acceptedAt: null,
    acceptedBy: null,
    solvedAt: null,
    solvedBy: null,
    settledAt: null,
    closedAt: null,
    ...what,
  };
}
