import { describe, expect, it } from '@jest/globals';
import { countyDay } from '@qifutong/kernel/county-time';
import { anIssue, creditCodeOf } from '../../../test/builders.ts';
import { issueNumber, register } from './register.ts';

const id = '01900000-0000-7000-8000-000000000001';
const reportId = '01900000-0000-7000-8000-0000000000a1';
const told = {
  id,
  reportId,
  day: '2020-02-14',
  runningNumber: 42,
  channel: 'HOTLINE',
  firstContact: { sub: 'operator-1', name: '接线员甲' },
  takenBy: 'operator-1',
} as const;
const firm = { firmCreditCode: creditCodeOf(1), firmName: '宁海一号模具厂', townCode: '330226110' };
const nobody = { firmCreditCode: null, firmName: '听起来像某某五金', townCode: null };

describe('a report becomes an issue of the register', () => {
  it('with a number, its firm, and whoever was asked first answerable for it', () => {
    const now = new Date('2020-02-14T01:00:00.000Z');
    expect(register({ ...told, ...firm }, now)).toEqual({
      state: anIssue({
        ...firm,
        id,
        version: 0,
        handledBy: ['operator-1'],
        registeredAt: now,
        changedAt: now,
        changedOn: '2020-02-14',
      }),
      events: [
        {
          type: 'intake.issue.registered.v1',
          aggregateType: 'issue',
          aggregateId: id,
          department: 'none',
          data: {
            issueId: id,
            number: '20200214-0042',
            reportId,
            channel: 'HOTLINE',
            firmCreditCode: creditCodeOf(1),
            townCode: '330226110',
            registeredAt: '2020-02-14T01:00:00.000Z',
          },
        },
      ],
    });
  });

  it('to be called back neither by the liaison officer who was asked first nor by who took it', () => {
    const firstContact = { sub: 'liaison-3', name: '驻企专员丙' };
    const { state } = register({ ...told, ...firm, firstContact }, new Date('2020-02-14T01:00:00.000Z'));
    expect([state.firstContactSub, state.handledBy]).toEqual(['liaison-3', ['liaison-3', 'operator-1']]);
  });

  it('as of the day received, where it is history that is loaded: that is said', () => {
    const { state, events } = register({ ...told, ...firm, loaded: true }, new Date('2020-02-14T01:00:00.000Z'));
    expect([state.loaded, events[0]!.data['loaded']]).toEqual([true, true]);
  });

  it('also when nobody knows the firm; the name as heard stays with the issue and does not travel', () => {
    const { state, events } = register({ ...told, ...nobody }, new Date('2020-02-14T01:00:00.000Z'));
    expect(state).toMatchObject({ firmCreditCode: null, firmName: '听起来像某某五金', townCode: null });
    expect(events.map(({ data }) => [data['firmCreditCode'], data['townCode'], 'firmName' in data])).toEqual([
      [null, null, false],
    ]);
  });
});

describe("the issue's number", () => {
  it.each([
    [1, '20200214-0001'],
    [9_999, '20200214-9999'],
    [10_000, '20200214-10000'],
  ])('of the %dth issue of a day is %s', (runningNumber, number) => {
    expect(issueNumber('2020-02-14', runningNumber)).toBe(number);
  });

  it.each([
    ['2020-02-14T15:59:59.999Z', '20200214-0001'],
    ['2020-02-14T16:00:00.000Z', '20200215-0001'],
    ['2020-02-14T16:00:00.001Z', '20200215-0001'],
  ])('at %s carries the county day: %s', (at, number) => {
    expect(issueNumber(countyDay(new Date(at), 'Asia/Shanghai'), 1)).toBe(number);
  });
});
