import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { creditCodeOf } from './builders.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { firmNo, operator } from './people.ts';

const now = '2020-02-14T01:00:00.000Z';
let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({ clock: fixedClock(now) });
  await intake.firms(
    { creditCode: creditCodeOf(1), name: '宁海一号模具厂', townCode: '330226110' },
    { creditCode: creditCodeOf(2), name: '宁海二号文具厂', townCode: '330226111' },
    { creditCode: creditCodeOf(3), name: '同名五金厂', townCode: '330226111' },
    { creditCode: creditCodeOf(4), name: '同名五金厂', townCode: '330226112' },
  );
});
afterAll(() => intake.stop());

const REPORT = `query ($id: ID!) { issue(id: $id) { registeredAt urgency
  reports { text firmName externalRef receivedAt registeredAt channel reporter { name phone confidential } } } }`;

describe('the words of a report', () => {
  it.each([
    ['4,000 characters', '字'.repeat(4_000)],
    ['4,000 emoji', '😷'.repeat(4_000)],
    ['emoji that are joined', '👩🏽‍🏭口罩👨‍👩‍👧‍👦'],
    ['zero-width characters', '\u200b\u200d口\ufeff罩\u2060'],
    ['nothing but zero-width characters', '\u200b\u200d\u2060'],
    ['right-to-left marks', '\u202e罩口\u202c'],
    ['SQL', `'; drop table report; -- " \\ $1 :text`],
    ['HTML', '<script>alert("1")</script>&amp;<b>急</b>'],
    ['blanks around', '  口罩不够\r\n\t急  '],
    ['rare characters', '𠮷𪚥㐀'],
  ])('%s are kept as they are', async (_, text) => {
    const { id, text: answered } = await intake.submit({ text });
    const stored = await intake.sql<{ text: string }>('select text from report where id = $1', [id]);
    expect([answered, stored]).toEqual([text, [{ text }]]);
  });
});

describe('what else a report says', () => {
  it('is all kept, and its reporter is shown masked', async () => {
    const said = {
      reporterName: '张三丰',
      reporterPhone: '13900000042',
      confidential: true,
      externalRef: 'H-1',
      receivedAt: '2020-02-13T23:00:00.000Z',
    };
    const id = await intake.registered({ channel: 'LINE_12345', firmName: '某某五金', ...said });
    expect(await intake.get(REPORT, { id }, operator)).toEqual({
      issue: {
        registeredAt: now,
        urgency: 'NORMAL',
        reports: [
          {
            text: '口罩不够',
            channel: 'LINE_12345',
            firmName: '某某五金',
            externalRef: 'H-1',
            receivedAt: '2020-02-13T23:00:00.000Z',
            registeredAt: now,
            reporter: { name: '张**', phone: '139****0042', confidential: true },
          },
        ],
      },
    });
  });

  it('may all be missing: text and channel are enough', async () => {
    const id = await intake.registered();
    const report = {
      text: '口罩不够',
      channel: 'HOTLINE',
      firmName: null,
      externalRef: null,
      receivedAt: now,
      registeredAt: now,
    };
    const reporter = { name: null, phone: null, confidential: false };
    expect(await intake.get(REPORT, { id }, operator)).toEqual({
      issue: { registeredAt: now, urgency: 'NORMAL', reports: [{ ...report, reporter }] },
    });
  });

  it('may be said at the very moment of registration', async () => {
    expect(await intake.submit({ receivedAt: now })).not.toHaveProperty('code');
  });
});

describe('the firm of a report', () => {
  const linked = async (input: object, asker = operator) => {
    const { firm, firmName, town } = (await intake.submit(input, asker)).issue;
    return [firm?.creditCode ?? null, firmName, town?.code ?? null];
  };

  it('that is not in the register is taken with its name as given', async () => {
    expect(await linked({ firmName: '听起来像某某五金', firmCreditCode: creditCodeOf(99) })).toEqual([
      null,
      '听起来像某某五金',
      null,
    ]);
  });

  it('may have a known town while nobody knows the firm', async () => {
    expect(await linked({ firmName: '听起来像某某五金', townCode: '330226201' })).toEqual([
      null,
      '听起来像某某五金',
      '330226201',
    ]);
  });

  it('with a known credit code brings name and town', async () => {
    expect(await linked({ firmCreditCode: creditCodeOf(1) })).toEqual([creditCodeOf(1), '宁海一号模具厂', '330226110']);
  });

  it('with a known credit code keeps the name and the town that were said', async () => {
    const said = { firmCreditCode: creditCodeOf(1), firmName: '一号厂', townCode: '330226201' };
    expect(await linked(said)).toEqual([creditCodeOf(1), '一号厂', '330226201']);
  });

  it('is found by its name where only one has exactly that name', async () => {
    expect(await linked({ firmName: '宁海二号文具厂' })).toEqual([creditCodeOf(2), '宁海二号文具厂', '330226111']);
    expect(await linked({ firmName: '二号文具厂' })).toEqual([null, '二号文具厂', null]);
  });

  it('is left open where two have that name', async () => {
    expect(await linked({ firmName: '同名五金厂' })).toEqual([null, '同名五金厂', null]);
  });

  it('that reports by itself is itself, and the duty desk is asked first', async () => {
    const { issue } = await intake.submit({ channel: 'ONLINE' }, firmNo(2));
    expect([issue.firm?.creditCode, issue.firmName, issue.firstContact]).toEqual([
      creditCodeOf(2),
      '宁海二号文具厂',
      { sub: 'centre-duty-desk', name: '县指挥中心值班席' },
    ]);
  });
});
