import { describe, expect, it } from '@jest/globals';
import { aReport, aSubmitter, creditCodeOf } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { recognise } from './recognise.ts';

const report = aReport({ firmCreditCode: creditCodeOf(1), requestId: 'r-1', channel: 'ONLINE', externalRef: 'A-1' });
const message = (field: string) => `${field}: 企业只能反映本企业的问题`;

describe('a submission that was taken before', () => {
  it.each([null, creditCodeOf(1)])('is shown again to whoever speaks for firm %s', (firm) => {
    expect(recognise(report, { requestId: 'r-1' }, aSubmitter({ firm }))).toBe(report);
  });

  it.each([
    ['request id', 'r-1', 'requestId'],
    ['external reference', null, 'externalRef'],
    ['external reference, with a request id of its own', 'r-2', 'externalRef'],
  ])('is not shown to another firm that repeats its %s', (_, requestId, field) => {
    const another = aSubmitter({ firm: creditCodeOf(2) });
    expect(refusalOf(() => recognise(report, { requestId }, another))).toEqual({
      code: 'REPORT_OF_OTHER_FIRM',
      field,
      message: message(field),
    });
  });
});
