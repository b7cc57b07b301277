import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { bootIntake, type TestIntake } from './intake.ts';

const clock = fixedClock('2020-02-14T01:00:00.000Z');
let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake({ clock })));
afterAll(() => intake.stop());

const numberOf = async (input: object = {}) => (await intake.submit(input)).issue.number;
const numbersOf = (day: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${day}-${String(i + 1).padStart(4, '0')}`);

describe('the number of an issue', () => {
  it('runs from 1 to 200 without gap or repeat under 20 writers at once', async () => {
    const writer = async () => {
      const numbers: string[] = [];
      for (let i = 0; i < 10; i++) numbers.push(await numberOf());
      return numbers;
    };
    const drawn = (await Promise.all(Array.from({ length: 20 }, writer))).flat();
    expect(drawn.toSorted()).toEqual(numbersOf('20200214', 200));
  });

  it('is not used up by a report that is refused', async () => {
    expect(await intake.submit({ text: ' ' })).toHaveProperty('code', 'FIELD_REQUIRED');
    expect(await intake.submit({ townCode: '330226999' })).toHaveProperty('code', 'REPORT_TOWN_UNKNOWN');
    expect(await intake.submit({ receivedAt: '2020-02-14T01:00:00.001Z' })).toHaveProperty(
      'code',
      'REPORT_RECEIVED_IN_FUTURE',
    );
    expect(await numberOf({ requestId: 'r-1' })).toBe('20200214-0201');
  });

  it('is not used up by a report that was taken before', async () => {
    expect(await numberOf({ requestId: 'r-1' })).toBe('20200214-0201');
    expect(await numberOf()).toBe('20200214-0202');
  });

  it("begins again with the county's day, at midnight in Asia/Shanghai and not a millisecond before", async () => {
    clock.set('2020-02-14T15:59:59.999Z');
    expect(await numberOf()).toBe('20200214-0203');
    clock.advance(1);
    expect(await numberOf()).toBe('20200215-0001');
    clock.advance(1);
    expect(await numberOf()).toBe('20200215-0002');
  });

  it('has the day of registration, whenever the firm said it', async () => {
    expect(await numberOf({ receivedAt: '2020-02-14T15:59:59.999Z' })).toBe('20200215-0003');
  });
});
