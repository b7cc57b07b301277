import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creditCodeOf } from './builders.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { firmNo } from './people.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  await intake.firms({ creditCode: creditCodeOf(1), name: '一号厂' }, { creditCode: creditCodeOf(2), name: '二号厂' });
});
afterAll(() => intake.stop());

/** What a piece of work added to the register. */
async function added(work: () => Promise<unknown>) {
  const { numbers: _, ...before } = await intake.stock();
  await work();
  const after = await intake.stock();
  return Object.fromEntries(Object.entries(before).map(([name, count]) => [name, after[name]! - count]));
}

const one = { issues: 1, reports: 1, reporters: 1, events: 1 };
const two = { issues: 2, reports: 2, reporters: 2, events: 2 };

describe('the same submission sent again', () => {
  it.each([
    ['with the same request id', { requestId: 'r-1' }],
    ['with the same channel and external reference', { channel: 'LINE_12345', externalRef: 'A-1' }],
    ['with both', { channel: 'LINE_12345', externalRef: 'A-2', requestId: 'r-2' }],
  ])('%s gives the same report and creates nothing', async (_, input) => {
    const increase = await added(async () => {
      const first = await intake.submit(input);
      expect(await intake.submit(input)).toEqual(first);
    });
    expect(increase).toEqual(one);
  });

  it.each([
    ['request', { requestId: 'r-50' }],
    ['external reference', { channel: 'LINE_8718', externalRef: 'A-50' }],
  ])('50 times at once, by its %s, is one report, one issue, one event', async (_, input) => {
    const increase = await added(async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => intake.submit(input)));
      expect(new Set(answers.map(({ id, issue }) => `${id} ${issue.number}`)).size).toBe(1);
    });
    expect(increase).toEqual(one);
  });

  it('after the issue has moved on gives the same report, with the issue as it now is', async () => {
    const { id, issue } = await intake.submit({ requestId: 'r-3' });
    await intake.triage(issue.id);
    const again = await intake.submit({ requestId: 'r-3' });
    expect([again.id, again.issue.domain]).toEqual([id, 'MATERIALS']);
  });

  it('with other words gives the first report: what was taken never changes', async () => {
    await intake.submit({ requestId: 'r-4', text: '口罩不够' });
    expect(await intake.submit({ requestId: 'r-4', text: '消毒液不够' })).toMatchObject({ text: '口罩不够' });
  });
});

describe('another submission', () => {
  it('has the same external reference over another channel', async () => {
    const increase = await added(async () => {
      const [first, second] = [
        await intake.submit({ channel: 'LINE_12345', externalRef: 'B-1' }),
        await intake.submit({ channel: 'LINE_8718', externalRef: 'B-1' }),
      ];
      expect(first.id).not.toBe(second.id);
    });
    expect(increase).toEqual(two);
  });

  it('says the same words without any reference', async () => {
    expect(await added(async () => [await intake.submit({}), await intake.submit({})])).toEqual(two);
  });

  it.each([
    ['requestId', { requestId: 'r-5' }],
    ['externalRef', { externalRef: 'C-1' }],
  ])("of another firm that guesses a firm's %s is refused, and shows nothing of the first", async (field, input) => {
    await intake.submit({ channel: 'ONLINE', text: '我厂的难处', ...input }, firmNo(1));
    const increase = await added(async () => {
      const refusal = await intake.submit({ channel: 'ONLINE', ...input }, firmNo(2));
      expect(refusal).toEqual({ code: 'REPORT_OF_OTHER_FIRM', field, message: `${field}: 企业只能反映本企业的问题` });
    });
    expect(increase).toEqual({ issues: 0, reports: 0, reporters: 0, events: 0 });
  });
});
