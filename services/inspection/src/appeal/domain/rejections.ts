import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to an appeal. */
export const appealRejections = {
  ...shapeRejections,
  APPEAL_NOT_FOUND: '{field}: 没有这份申诉',
  APPEAL_INSPECTION_NOT_FOUND: '{field}: 本企业没有这次抽查',
  APPEAL_INSPECTION_VOIDED: '{field}: 这次抽查已作废',
  APPEAL_TOO_LATE: '{field}: 已超过 {days} 天的申诉期限',
  APPEAL_REPEATED: '{field}: 对这次抽查已提出过申诉',
  APPEAL_DECIDED: '{field}: 申诉 {number} 已有决定',
  APPEAL_LODGED_BY_CALLER: '{field}: 申诉 {number} 由本人提出,须由他人决定',
  APPEAL_INSPECTED_BY_CALLER: '{field}: 申诉 {number} 所涉抽查由本人进行,须由他人决定',
} as const;

export const reject = rejections(appealRejections);
