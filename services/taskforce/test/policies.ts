import type { Asker, Booted } from '@qifutong/testkit/boot';
import { v7 as uuidv7 } from 'uuid';
import type { Task } from '../src/task/domain/task.ts';
import { IssueTaskService } from '../src/task/issue-task.service.ts';
import { aDispatch } from './builders.ts';
import { commander, tasksOf, testingLead } from './world.ts';

export const LIMIT = 'kind duration days calendar { code version }';
const POLICY = `version setAt setBy urgeEvery superviseAt urgeByHandEvery returnWithin extendAtMost warnAt dispatchWithin { ${LIMIT} } callbackWithin { ${LIMIT} }
  lines { position nature urgency domain warnAt acceptWithin { ${LIMIT} } solveWithin { ${LIMIT} } }`;
export const SET_POLICY = `mutation ($input: SetSlaPolicyInput!) { said: setSlaPolicy(input: $input) {
  ... on SlaPolicy { ${POLICY} } ... on SlaPolicyRejection { code field message } } }`;
export const SET_CALENDAR = `mutation ($input: SetWorkingCalendarInput!) { said: setWorkingCalendar(input: $input) {
  ... on WorkingCalendar { calendar: code version name week { from to } days { day intervals { from to } } setBy }
  ... on WorkingCalendarRejection { code field } } }`;

export const hours = (duration: string) => ({ kind: 'ELAPSED', duration });
export const office = (duration: string) => ({ kind: 'WORKING', duration, calendar: 'COUNTY_OFFICE' });
/** A line for everything. */
export const usual = { acceptWithin: hours('PT2H'), solveWithin: hours('PT24H') };

interface Said {
  readonly version?: number;
  readonly code?: string;
}

/** People who set the time limits of a service, and what follows from them. */
export class Policies {
  readonly #booted: Booted;

  constructor(booted: Booted) {
    this.#booted = booted;
  }

  set(input: object, asker: Asker = commander): Promise<Said> {
    return this.#say(SET_POLICY, input, asker);
  }

  setCalendar(input: object, asker: Asker = commander): Promise<Said> {
    return this.#say(SET_CALENDAR, input, asker);
  }

  async shown(version?: number): Promise<Record<string, unknown> & { version: number }> {
    const document = `query ($version: Int) { slaPolicy(version: $version) { ${POLICY} } }`;
    return (await this.#booted.ask<{ slaPolicy: never }>(document, { version }, testingLead)).data!.slaPolicy;
  }

  /** The task of an issue that is dispatched then. */
  async dispatched(dispatchedAt: Date): Promise<Task> {
    const issueId = uuidv7();
    const open = this.#booted.service.app.get(IssueTaskService);
    await this.#booted.service.db.transaction((tx) => open.open(tx, aDispatch({ issueId, dispatchedAt })));
    return (await tasksOf(this.#booted, issueId))[0]!;
  }

  async #say(document: string, input: object, asker: Asker): Promise<Said> {
    const { data, errors } = await this.#booted.ask<{ said: Said }>(document, { input }, asker);
    if (errors) throw new TypeError(JSON.stringify(errors));
    return data!.said;
  }
}
