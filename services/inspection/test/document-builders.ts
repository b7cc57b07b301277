import type { Acceptance } from '../src/acceptance/domain/acceptance.ts';
import type { Appeal, Appealed } from '../src/appeal/domain/appeal.ts';
import type { Interview } from '../src/interview/domain/interview.ts';
import type { Check } from '../src/order/domain/check.ts';
import type { RectificationOrder } from '../src/order/domain/rectification-order.ts';
import type { ShutdownOrder } from '../src/shutdown/domain/shutdown-order.ts';
import { aCreditCode, anId, answers, feb } from './builders.ts';

const header = { version: 1, creditCode: aCreditCode(1), townCode: '330226110', issuedAt: feb(14, 10) };

/** An inspection of 14 February with the masks unmet. */
export function aCheck(told: Partial<Check> = {}): Check {
  const { creditCode, townCode } = header;
  const results = answers({ MASKS_WORN: 'UNMET' });
  const usual = { id: anId(1), creditCode, townCode, performedAt: feb(14), results, notApplicableAtMost: 3 };
  return { ...usual, passed: false, voidedAt: null, ...told };
}

export function anOrder(told: Partial<RectificationOrder> = {}): RectificationOrder {
  return {
    ...header,
    id: anId(101),
    number: '改20200214-0001',
    inspectionId: anId(1),
    performedAt: feb(14),
    dueAt: new Date('2020-02-15T15:59:59.999Z'),
    findings: [{ rule: 'MASKS_WORN', metBy: null, metAt: null }],
    status: 'OPEN',
    fulfilledAt: null,
    overdueAt: null,
    withdrawnAt: null,
    ...told,
  };
}

export function anInterview(told: Partial<Interview> = {}): Interview {
  return {
    ...header,
    id: anId(102),
    number: '约20200214-0001',
    inspectionId: anId(1),
    shutdownId: null,
    causedAt: feb(14),
    dueAt: feb(15, 10),
    status: 'SUMMONED',
    missedAt: null,
    heldAt: null,
    heldBy: null,
    attendees: null,
    minutes: null,
    commitments: null,
    withdrawnAt: null,
    ...told,
  };
}

export function aShutdownOrder(told: Partial<ShutdownOrder> = {}): ShutdownOrder {
  return {
    ...header,
    id: anId(103),
    number: '停20200214-0001',
    inspectionId: anId(1),
    causedAt: feb(14),
    status: 'DRAFTED',
    defenceDueAt: feb(15, 10),
    defence: null,
    defenceWaived: false,
    defenceAt: null,
    defenceBy: null,
    hearing: null,
    hearingAt: null,
    hearingBy: null,
    legalBasis: null,
    signedAt: null,
    signedBy: null,
    signedByName: null,
    refusedAt: null,
    refusedBy: null,
    refusedByName: null,
    refusalReason: null,
    acceptanceId: null,
    liftedAt: null,
    withdrawnAt: null,
    ...told,
  };
}

/** What the firm said, and the commander's signature. */
export const heard = { defence: '口罩已在路上', defenceAt: feb(14, 11), defenceBy: 'firm-1' };
export const signed = {
  ...heard,
  status: 'IN_FORCE',
  legalBasis: '依据',
  signedAt: feb(14, 12),
  signedBy: 'commander-1',
  signedByName: '指挥长甲',
} as const;

/** The commander's refusal to sign. */
export const refused = {
  status: 'REFUSED',
  refusedAt: feb(14, 12),
  refusedBy: 'commander-1',
  refusedByName: '指挥长甲',
  refusalReason: '理由',
} as const;

export function anAcceptance(told: Partial<Acceptance> = {}): Acceptance {
  return {
    ...header,
    id: anId(104),
    number: '验20200214-0001',
    kind: 'RESUMPTION',
    shutdownId: anId(103),
    status: 'OPEN',
    appliedBy: 'firm-1',
    inspectionId: null,
    decidedAt: null,
    decidedBy: null,
    decidedByName: null,
    reason: null,
    withdrawnAt: null,
    lapsedAt: null,
    ...told,
  };
}

export function anAppealed(told: Partial<Appealed> = {}): Appealed {
  const { creditCode, townCode } = header;
  const usual = { id: anId(1), creditCode, townCode, performedAt: feb(14), receivedAt: feb(14, 10) };
  return { ...usual, inspectors: ['inspector-1'], voidedAt: null, ...told };
}

export function anAppeal(told: Partial<Appeal> = {}): Appeal {
  return {
    ...header,
    id: anId(105),
    number: '诉20200214-0001',
    inspectionId: anId(1),
    status: 'LODGED',
    grounds: '当日停电',
    lodgedBy: 'firm-1',
    decidedAt: null,
    decidedBy: null,
    decidedByName: null,
    reason: null,
    ...told,
  };
}
