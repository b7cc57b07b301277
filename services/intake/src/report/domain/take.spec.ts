import { describe, expect, it } from '@jest/globals';
import { channels } from '@qifutong/contracts/fields';
import { aSubmission, aSubmitter, creditCodeOf } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { dutyDesk, take } from './take.ts';

const now = new Date('2020-02-14T01:00:00.000Z');
const after = (timeMs: number) => new Date(now.getTime() + timeMs);
const own = creditCodeOf(1);

describe('a submission of the centre', () => {
  it('is taken as it is; it was received now when nothing else is said, and its taker answers for it', () => {
    const submission = aSubmission({ firmName: '听起来像某某五金' });
    expect(take(submission, aSubmitter(), now)).toEqual({
      ...submission,
      receivedAt: now,
      firstContact: { sub: 'operator-1', name: '接线员甲' },
    });
  });

  it('says who was asked first, where that is somebody else: a liaison officer (驻企专员)', () => {
    const firstContact = { sub: 'liaison-3', name: '驻企专员丙' };
    expect(take(aSubmission({ channel: 'VISIT', firstContact }), aSubmitter(), now).firstContact).toEqual(firstContact);
  });

  it.each(channels)('may come over %s', (channel) => {
    expect(take(aSubmission({ channel }), aSubmitter(), now).channel).toBe(channel);
  });

  it('may name any firm', () => {
    expect(take(aSubmission({ firmCreditCode: creditCodeOf(2) }), aSubmitter(), now).firmCreditCode).toBe(
      creditCodeOf(2),
    );
  });
});

describe('a submission received', () => {
  it.each([-1, 0])('%d ms from now is taken', (timeMs) => {
    expect(take(aSubmission({ receivedAt: after(timeMs) }), aSubmitter(), now).receivedAt).toEqual(after(timeMs));
  });

  it('1 ms from now is refused', () => {
    expect(refusalOf(() => take(aSubmission({ receivedAt: after(1) }), aSubmitter(), now))).toEqual({
      code: 'REPORT_RECEIVED_IN_FUTURE',
      field: 'receivedAt',
      message: 'receivedAt 晚于当前时间',
    });
  });
});

describe('a credit code', () => {
  const wrongCheck = own.slice(0, 17) + (own.endsWith('0') ? '1' : '0');
  it.each([
    ['with a wrong check character', wrongCheck],
    ['in lower case', own.toLowerCase()],
    ['of 17 characters', own.slice(0, 17)],
    ['of 19 characters', `${own}0`],
    ['with a letter that GB 32100 does not use', `I${own.slice(1)}`],
    ['in full-width digits', own.replace('9', '\uff19')],
  ])('%s is refused', (_, firmCreditCode) => {
    expect(refusalOf(() => take(aSubmission({ firmCreditCode }), aSubmitter(), now))).toEqual({
      code: 'REPORT_CREDIT_CODE_INVALID',
      field: 'firmCreditCode',
      message: 'firmCreditCode 不是有效的统一社会信用代码',
    });
  });
});

describe('a submission of a firm', () => {
  const firm = aSubmitter({ sub: 'firm-1', name: '一号厂', firm: own });

  it.each([null, own])('that names firm %s is its own, and the duty desk answers for it', (firmCreditCode) => {
    const submission = aSubmission({ channel: 'ONLINE', firmCreditCode });
    expect(take(submission, firm, now)).toEqual({
      ...submission,
      firmCreditCode: own,
      receivedAt: now,
      firstContact: dutyDesk,
    });
  });

  it('for another firm is refused', () => {
    expect(
      refusalOf(() => take(aSubmission({ channel: 'ONLINE', firmCreditCode: creditCodeOf(2) }), firm, now)),
    ).toEqual({
      code: 'REPORT_OF_OTHER_FIRM',
      field: 'firmCreditCode',
      message: 'firmCreditCode: 企业只能反映本企业的问题',
    });
  });

  it('does not say who was asked first', () => {
    const submission = aSubmission({ channel: 'ONLINE', firstContact: { sub: 'liaison-3', name: '驻企专员丙' } });
    expect(refusalOf(() => take(submission, firm, now))).toMatchObject({
      code: 'REPORT_FIRST_CONTACT_NOT_FOR_FIRM',
      field: 'firstContact',
    });
  });

  it.each(channels.filter((channel) => channel !== 'ONLINE'))('over %s is refused', (channel) => {
    expect(refusalOf(() => take(aSubmission({ channel }), firm, now))).toEqual({
      code: 'REPORT_CHANNEL_NOT_FOR_FIRM',
      field: 'channel',
      message: 'channel: 企业自行反映的渠道只能是 ONLINE',
    });
  });
});
