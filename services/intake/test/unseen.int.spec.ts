import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatewayHeaders, type Asker } from '@qifutong/testkit/boot';
import { messagesOf } from '@qifutong/testkit/stream';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { columnsWith, formsOf, foundIn } from './markers.ts';
import { analyst, auditor, caller, commander, leadOf, operator } from './people.ts';
import { aTask, taskForcesOf, type TaskForces } from './task-events.ts';

const [name, phone] = ['欧阳震华', '13758206417'] as const;
const markers = [name, phone];
const who = { reporterName: name, reporterPhone: phone };
const sound = { channel: 'HOTLINE', text: '口罩不够', ...who };

let intake: TestIntake;
let taskForces: TaskForces;
const told: unknown[] = [];
beforeAll(async () => {
  intake = await bootIntake();
  taskForces = await taskForcesOf(intake);
});
afterAll(async () => {
  await taskForces.stop();
  await intake.stop();
});

async function ask<T>(query: string, variables: object, asker: Asker): Promise<T> {
  const answer = await intake.ask<T>(query, variables, asker);
  told.push(answer);
  return answer.data!;
}
const submit = async (input: object) =>
  (await ask<{ said: { id: string; issue: { id: string } } }>(documents.submit, { input }, operator))?.said;
const reveal = (reportId: string, reason: string, asker: Asker) =>
  ask<{ said: object }>(documents.reveal, { input: { reportId, reason } }, asker);

async function post(payload: string, asker: Asker): Promise<void> {
  const headers = { 'content-type': 'application/json', ...(await gatewayHeaders(intake.issuer, asker)) };
  const answer = await intake.service.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  told.push(answer.body, answer.headers);
}

/** Everything that an issue goes through, from its report to its write-off. */
async function life(input: object): Promise<{ reportId: string; issueId: string }> {
  const { id: reportId, issue } = await submit(input);
  const issueId = issue.id;
  await ask(documents.triage, { input: { issueId, domain: 'MATERIALS' } }, analyst);
  await ask(documents.dispatch, { input: { issueId } }, analyst);
  const { accepted, solved } = aTask(issueId);
  await taskForces.sayAndWait(accepted, solved);
  await reveal(reportId, '不在本专班', leadOf('LABOUR'));
  await ask(documents.callBack, { input: { issueId, outcome: 'NOT_REACHED' } }, caller);
  await ask(documents.callBack, { input: { issueId, outcome: 'SETTLED' } }, caller);
  const reports = 'query ($id: ID!) { issue(id: $id) { reports { text reporter { name phone confidential } } } }';
  for (const asker of [operator, commander, auditor]) await ask(reports, { id: issueId }, asker);
  await ask(documents.showings, { id: issueId }, auditor);
  return { reportId, issueId };
}

/** Everything that can be said wrongly with a name and a number in hand. */
async function mistakes(reportId: string): Promise<void> {
  const wrong: readonly object[] = [
    { townCode: '330226999' },
    { text: ' ' },
    { text: 42 },
    { channel: name },
    { channel: undefined },
    { receivedAt: phone },
    { receivedAt: '2999-01-01T00:00:00.000Z' },
    { firmCreditCode: phone },
    { firmCreditCode: name.repeat(5) },
    { townCode: `${phone}${name}` },
    { reporterName: name.repeat(30) },
    { reporterName: `${name}\u0000` },
    { reporterPhone: Number(phone) },
    { reporterPhone: [phone] },
    { [phone]: name },
    { reporterAddress: name },
    { confidential: name },
  ];
  for (const fault of wrong) await submit({ ...sound, ...fault });
  await ask(documents.submit, { input: name }, operator);
  await ask(documents.submit, { input: sound }, auditor);
  await ask(documents.triage, { input: { issueId: phone, domain: name } }, analyst);
  await ask(documents.issue, { id: name }, operator);
  await ask(documents.issues, { filter: { townCode: phone }, after: name }, operator);
  await reveal(phone, '核对厂址', operator);
  await reveal(reportId, name.repeat(200), operator);
  await reveal(reportId, phone.slice(0, 3), operator);
  await reveal(reportId, phone, auditor);
}

async function malformed(): Promise<void> {
  const literal = (input: string) =>
    JSON.stringify({ query: `mutation { submitReport(input: ${input}) { __typename } }` });
  await post(literal(`{ channel: HOTLINE, text: "", reporterName: "${name}", reporterPhone: ${phone} }`), operator);
  await post(literal(`{ channel: "${name}", text: "", reporterPhone: "${phone}" }`), operator);
  await post(literal(`{ channel: HOTLINE, text: "" reporterName "${name}" }`), operator);
  await post(literal(`{ channel: HOTLINE, text: "" reporterPhone ${phone} }`), operator);
  await post(literal(`{ channel: HOTLINE, text: "", reporterName: "${name}`), operator);
  await post(`{"query":"mutation { submitReport","variables":{"input":{"reporterName":"${name}"`, operator);
  await post(JSON.stringify([{ variables: { ...who } }]), operator);
  await post(`"${name} ${phone}"`, operator);
}

/** The database fails while a report is taken, and while a reporter is shown. */
async function outages(reportId: string): Promise<void> {
  await intake.sql(`alter table reporter add constraint full_up check (name_mask <> '欧**') not valid`);
  await submit(sound);
  await intake.sql('alter table reporter drop constraint full_up');
  await intake.sql(`alter table reporter_showing add constraint full_up check (false) not valid`);
  await reveal(reportId, '核对厂址', operator);
  await intake.sql('alter table reporter_showing drop constraint full_up');
  await intake.sql(
    `update reporter set sealed = overlay(sealed placing 'AAAA' from length(sealed) - 10) where report_id = $1`,
    [reportId],
  );
  await reveal(reportId, '核对厂址', operator);
}

describe('of a reporter', () => {
  it('nothing is seen: in no log, event, table or answer, whatever is done and whatever goes wrong', async () => {
    const { reportId } = await life(sound);
    await life({ ...sound, confidential: true });
    const shown = await intake.ask(documents.reveal, { input: { reportId, reason: '回电核对厂址' } }, operator);
    expect(foundIn(shown, markers)).toEqual(markers);
    await mistakes(reportId);
    await malformed();
    await outages(reportId);
    const undispatched = await submit(sound);
    await taskForces.sayAndWait(aTask(undispatched.issue.id).accepted);
    const kept = await intake.sql<Record<string, number>>(
      'select (select count(*) from event_log)::int as events, (select count(*) from dead_letter)::int as dead, (select count(*) from reporter_showing)::int as showings',
    );
    expect(kept).toEqual([{ events: expect.any(Number), dead: 1, showings: 3 }]);
    expect(told.length).toBeGreaterThan(50);
    expect(intake.faultLines().length).toBeGreaterThanOrEqual(3);

    expect(await columnsWith(intake, markers)).toEqual([]);
    expect(foundIn(intake.logged, markers)).toEqual([]);
    expect(foundIn(await intake.events(), markers)).toEqual([]);
    expect(foundIn(await messagesOf(taskForces.connection, 'intake'), markers)).toEqual([]);
    expect(told.filter((one) => foundIn(one, markers).length > 0)).toEqual([]);
    expect(foundIn(await intake.service.app.inject('/metrics').then(({ body }) => body), markers)).toEqual([]);
  });

  it.each(formsOf(name))('%s would be found', async (form) => {
    expect(foundIn({ deep: [{ down: `a${form}b` }] }, markers)).toContain(name);
  });

  it('a name would be found in the tables: here it stands in the words of the report, and nowhere else', async () => {
    await submit({ channel: 'HOTLINE', text: `请联系${name}` });
    expect(await columnsWith(intake, markers)).toEqual(['report.text']);
    expect(foundIn([intake.logged, await intake.events()], markers)).toEqual([]);
  });
});
