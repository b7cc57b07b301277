import { describe, expect, it } from '@jest/globals';
import { aCreditCode, feb } from '../../../test/builders.ts';
import { acknowledge } from './acknowledge.ts';

const number = '改20200214-0001';
const unread = {
  number,
  version: 0,
  creditCode: aCreditCode(1),
  issuedAt: feb(14),
  acknowledgedAt: null,
  acknowledgedBy: null,
};
const now = feb(15);

describe('a document', () => {
  it('that is acknowledged says by whom and when, and is announced', () => {
    expect(acknowledge(unread, 'firm-1', now)).toEqual({
      state: { ...unread, acknowledgedAt: now, acknowledgedBy: 'firm-1' },
      events: [
        {
          type: 'inspection.document.acknowledged.v1',
          aggregateType: 'document',
          aggregateId: number,
          department: 'none',
          data: {
            number,
            firmCreditCode: aCreditCode(1),
            acknowledgedBy: 'firm-1',
            acknowledgedAt: '2020-02-15T01:00:00.000Z',
          },
        },
      ],
    });
  });

  it('keeps its first receipt, and says no more', () => {
    const { state } = acknowledge(unread, 'firm-1', now);
    expect(acknowledge(state, 'inspector-1', feb(16))).toEqual({ state, events: [] });
  });
});
