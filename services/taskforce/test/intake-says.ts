import type { Announcement } from '@qifutong/contracts/define-event';
import { issueAnswered } from '@qifutong/contracts/intake/issue-answered';
import { issueDispatchedAsMember } from '@qifutong/contracts/intake/issue-dispatched-as-member';
import { issueLeftToBatch } from '@qifutong/contracts/intake/issue-left-to-batch';
import { issueLinked } from '@qifutong/contracts/intake/issue-linked';
import { issueMerged } from '@qifutong/contracts/intake/issue-merged';
import { issueReadmitted } from '@qifutong/contracts/intake/issue-readmitted';
import { issueRegistered } from '@qifutong/contracts/intake/issue-registered';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import { issueUnlinked } from '@qifutong/contracts/intake/issue-unlinked';
import { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import { v7 as uuidv7 } from 'uuid';
import { county } from './builders.ts';
import { dispatchOf, type IntakeStream } from './world.ts';

const [batchId, commonIssueId] = [uuidv7(), uuidv7()];
const number = '20200214-0042';

/** What intake says of one issue, in order; by the county's clock. */
export class Telling {
  readonly issueId = uuidv7();
  readonly said: Announcement[] = [];
  readonly #intake: IntakeStream;

  constructor(intake: IntakeStream) {
    this.#intake = intake;
  }

  #about(round = 1) {
    return { issueId: this.issueId, number, round, domain: 'TESTING' } as const;
  }

  async #say(announcement: Announcement): Promise<void> {
    this.said.push(announcement);
    await this.#intake.say(announcement, this.said.length);
  }

  /** Everything once more, as it was said. */
  async again(copies = 1): Promise<void> {
    for (const [i, announcement] of this.said.entries()) await this.#intake.say(announcement, i + 1, copies);
  }

  registered(at = '2020-02-14 09:00', loaded?: true) {
    const how = { reportId: uuidv7(), channel: 'HOTLINE', firmCreditCode: null, townCode: '330226110' } as const;
    const when = { registeredAt: iso(at), ...(loaded && { loaded }) };
    return this.#say(issueRegistered({ issueId: this.issueId, number, ...how, ...when }));
  }

  dispatched(at = '2020-02-14 10:00', round = 1) {
    return this.#say(dispatchOf({ issueId: this.issueId, round, dispatchedAt: county(at) }));
  }

  /** @param due left out: as an older release told it */
  answered(at: string, due?: string) {
    const rests = { guidanceId: null, guidanceVersion: null };
    return this.#say(issueAnswered({ ...this.#about(), ...rests, answeredAt: iso(at), ...callbackDue(due) }));
  }

  merged(at: string) {
    return this.#say(issueMerged({ ...this.#about(), intoIssueId: uuidv7(), mergedAt: iso(at) }));
  }

  unmerged(at: string, status: string, due?: string) {
    const told = { formerStatus: 'MERGED', status, readmittedAt: iso(at), ...callbackDue(due) } as const;
    return this.#say(issueReadmitted({ ...this.#about(), ...told }));
  }

  /** @param commonIssueState left out: as an older release told it */
  linked(at: string, commonIssueState?: string) {
    const told = { commonIssueId, linkedAt: iso(at), ...(commonIssueState && { commonIssueState }) };
    return this.#say(issueLinked({ ...this.#about(), ...told }));
  }

  unlinked(at: string) {
    return this.#say(issueUnlinked({ ...this.#about(), commonIssueId, unlinkedAt: iso(at) }));
  }

  dispatchedAsMember(at: string) {
    return this.#say(issueDispatchedAsMember({ ...this.#about(), commonIssueId, dispatchedAt: iso(at) }));
  }

  leftToBatch(at: string) {
    return this.#say(issueLeftToBatch({ ...this.#about(), commonIssueId, leftAt: iso(at) }));
  }

  settled(at: string) {
    const by = { guidanceId: uuidv7(), guidanceVersion: 1, batchId };
    return this.#say(issueSettled({ ...this.#about(), ...by, settledAt: iso(at) }));
  }

  unsettled(at: string, status: string) {
    return this.#say(issueUnsettled({ ...this.#about(), batchId, status, unsettledAt: iso(at) }));
  }

  /** The firm said that it is not settled. */
  reopened(at: string, round = 2) {
    return this.#say(issueReopened({ ...this.#about(round), callbackId: uuidv7(), reopenedAt: iso(at) }));
  }

  writtenOff(at: string, round = 1, unreached = false) {
    const told = { callbackId: uuidv7(), writtenOffAt: iso(at), ...(unreached ? { unreached } : {}) };
    return this.#say(issueWrittenOff({ ...this.#about(round), ...told }));
  }
}

const callbackDue = (due?: string) => (due === undefined ? {} : { callbackDueAt: iso(due) });
const iso = (text: string) => county(text).toISOString();
