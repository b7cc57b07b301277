import { describe, expect, it } from '@jest/globals';
import {
  aCreditCode,
  aDelivery,
  anEnrolment,
  anId,
  anInspection,
  answers,
  aRulebook,
  feb,
  timeZone,
} from '../../../test/builders.ts';
import type { Circumstances } from './circumstances.ts';
import type { Delivery } from './delivery.ts';
import { submit } from './submit.ts';

const now = feb(14, 10);

function circumstances(other: Partial<Circumstances> = {}): Circumstances {
  const usual = {
    enrolment: anEnrolment(),
    rulebook: aRulebook(),
    inspectorTown: null,
    colleagues: new Set<string>(),
    photos: new Map<string, string | null>(),
  };
  return { ...usual, plan: null, timeZone, ...other };
}

function outcome(told: Partial<Delivery> = {}, other: Partial<Circumstances> = {}) {
  return submit(aDelivery(told), circumstances(other), now);
}

describe('an inspection that is submitted', () => {
  it('enters the firm’s history with the rulebook of its time, and is announced', () => {
    const { id, creditCode, townCode } = anInspection();
    expect(outcome({ results: answers({ MASKS_WORN: 'UNMET' }).toReversed() })).toEqual({
      state: anInspection({ version: 0, results: answers({ MASKS_WORN: 'UNMET' }), passed: false }),
      events: [
        {
          type: 'inspection.inspection.submitted.v1',
          aggregateType: 'inspection',
          aggregateId: id,
          department: 'none',
          data: {
            inspectionId: id,
            firmCreditCode: creditCode,
            townCode,
            rulebookVersion: 1,
            performedAt: '2020-02-14T01:00:00.000Z',
            receivedAt: '2020-02-14T02:00:00.000Z',
            unmet: ['MASKS_WORN'],
            passed: false,
          },
        },
      ],
    });
  });

  it.each([-1, 0])('may have been performed %i ms after now', (ms) => {
    expect(outcome({ performedAt: new Date(now.getTime() + ms) }).state.receivedAt).toEqual(now);
  });

  it('cannot have been performed 1 ms after now', () => {
    const refusal = { code: 'INSPECTION_PERFORMED_IN_FUTURE', field: 'performedAt' };
    expect(() => outcome({ performedAt: new Date(now.getTime() + 1) })).toThrow(expect.objectContaining(refusal));
  });

  it.each([0, 1])('may have been performed %i ms after the enrolment', (ms) => {
    const performedAt = new Date(anEnrolment().enrolledAt.getTime() + ms);
    expect(outcome({ performedAt }).state.performedAt).toEqual(performedAt);
  });

  it('cannot have been performed 1 ms before the enrolment', () => {
    const refusal = { code: 'INSPECTION_PERFORMED_BEFORE_ENROLMENT', field: 'performedAt' };
    const performedAt = new Date(anEnrolment().enrolledAt.getTime() - 1);
    expect(() => outcome({ performedAt })).toThrow(expect.objectContaining(refusal));
  });

  it('is refused for a firm that is not enrolled', () => {
    const refusal = { code: 'INSPECTION_FIRM_NOT_ENROLLED', field: 'creditCode' };
    expect(() => outcome({}, { enrolment: null })).toThrow(expect.objectContaining(refusal));
  });

  it('is refused for a credit code whose check character is wrong', () => {
    const refusal = { code: 'INSPECTION_CREDIT_CODE_INVALID', field: 'creditCode' };
    expect(() => outcome({ creditCode: '913302260000000000' })).toThrow(expect.objectContaining(refusal));
  });

  it('is refused when there was no rulebook yet', () => {
    const refusal = { code: 'INSPECTION_RULEBOOK_NOT_IN_FORCE', field: 'performedAt' };
    expect(() => outcome({}, { rulebook: null })).toThrow(expect.objectContaining(refusal));
  });

  const [own, foreign, planId] = ['330226110', '330226111', anId(9)];
  const sent = { day: '2020-02-14', inspectors: ['inspector-1', 'inspector-2'] };
  const [nobodySent, othersSent] = [
    { ...sent, inspectors: [] },
    { ...sent, inspectors: ['inspector-2'] },
  ];
  const [dayBefore, dayAfter] = [
    { ...sent, day: '2020-02-13' },
    { ...sent, day: '2020-02-15' },
  ];

  it.each([
    ['of the county', null, sent],
    ['of the town', own, sent],
    ['of another town', foreign, sent],
  ])('by an inspector %s whom the plan sends is planned', (_, inspectorTown, plan) => {
    expect(outcome({ planId }, { inspectorTown, plan }).state.planId).toBe(planId);
  });

  it.each([
    ['that sends nobody there', nobodySent],
    ['that sends others', othersSent],
    ['of the day before', dayBefore],
    ['of the day after', dayAfter],
  ])('with a plan %s is unplanned by those whose town it is, and refused to others', (_, plan) => {
    expect([null, own].map((inspectorTown) => outcome({ planId }, { inspectorTown, plan }).state.planId)).toEqual([
      null,
      null,
    ]);
    const refusal = { code: 'INSPECTION_NOT_PLANNED', field: 'planId' };
    expect(() => outcome({ planId }, { inspectorTown: foreign, plan })).toThrow(expect.objectContaining(refusal));
  });

  it('is planned to the last instant of the county day, and not after', () => {
    const midnight = new Date('2020-02-14T16:00:00.000Z');
    const planned = (ms: number) => {
      const performedAt = new Date(midnight.getTime() + ms);
      return submit(aDelivery({ planId, performedAt }), circumstances({ plan: sent }), feb(16)).state.planId;
    };
    expect([-1, 0, 1].map(planned)).toEqual([planId, null, null]);
  });

  it('without a plan is unplanned by those whose town it is, and refused to others', () => {
    expect([null, own].map((inspectorTown) => outcome({}, { inspectorTown }).state.planId)).toEqual([null, null]);
    const refusal = { code: 'INSPECTION_OF_ANOTHER_TOWN', field: 'creditCode' };
    expect(() => outcome({}, { inspectorTown: foreign })).toThrow(expect.objectContaining(refusal));
  });

  it.each([null, own, foreign])('is refused with a plan that is not there, to an inspector of town %s', (town) => {
    const refusal = { code: 'INSPECTION_PLAN_UNKNOWN', field: 'planId' };
    expect(() => outcome({ planId }, { inspectorTown: town })).toThrow(expect.objectContaining(refusal));
  });

  it('of a firm whose town nobody knows is for every inspector', () => {
    const enrolment = anEnrolment({ townCode: null });
    expect(outcome({}, { enrolment, inspectorTown: '330226111' }).state.townCode).toBeNull();
  });

  it.each([[[]], [[[]]], [[[[1, 2]], []]]])('is refused with the signature %j', (signature) => {
    const refusal = { code: 'INSPECTION_SIGNATURE_EMPTY', field: 'signature' };
    expect(() => outcome({ signature })).toThrow(expect.objectContaining(refusal));
  });

  it('names colleagues who are on the list, each once; who delivers it need not be there', () => {
    const colleagues = new Set(['inspector-2', 'inspector-3']);
    const inspectors = ['inspector-1', 'inspector-2', 'inspector-1', 'inspector-3', 'inspector-2'];
    expect(outcome({ inspectors }, { colleagues }).state.inspectors).toEqual([
      'inspector-1',
      'inspector-2',
      'inspector-3',
    ]);
    const refusal = { code: 'INSPECTION_INSPECTOR_UNKNOWN', field: 'inspectors.2' };
    const told = { inspectors: ['inspector-1', 'inspector-2', 'inspector-1', 'niemand'] };
    expect(() => outcome(told, { colleagues })).toThrow(expect.objectContaining(refusal));
  });

  it('is refused with a photo that is not stored', () => {
    const refusal = { code: 'INSPECTION_PHOTO_UNKNOWN', field: 'photos.1' };
    const told = { photos: [anId(7), anId(8)] };
    expect(() => outcome(told, { photos: new Map([[anId(7), null]]) })).toThrow(expect.objectContaining(refusal));
  });

  it('shows photos that nobody showed, or its own firm, and none of another firm', () => {
    const photos = [anId(7), anId(8)];
    const shownBy = (creditCode: string) => {
      const stored = new Map([
        [anId(7), null],
        [anId(8), creditCode],
      ]);
      return outcome({ photos }, { photos: stored });
    };
    expect(shownBy(aDelivery().creditCode).state.photos).toEqual(photos);
    const refusal = { code: 'INSPECTION_PHOTO_OF_ANOTHER_FIRM', field: 'photos.1' };
    expect(() => shownBy(aCreditCode(2))).toThrow(expect.objectContaining(refusal));
  });
});
