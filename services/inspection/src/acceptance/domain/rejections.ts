import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to an acceptance. */
export const acceptanceRejections = {
  ...shapeRejections,
  ACCEPTANCE_NOT_FOUND: '{field}: 没有这份验收申请',
  ACCEPTANCE_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  ACCEPTANCE_OF_OTHER_FIRM: '{field}: 只能为本企业申请',
  ACCEPTANCE_OPEN: '{field}: 企业已有待验收的申请',
  ACCEPTANCE_FIRM_ENROLLED: '{field}: 企业已纳入抽查,不是首次复工',
  ACCEPTANCE_NOT_SHUT_DOWN: '{field}: 企业未被停工停产',
  ACCEPTANCE_NOT_OPEN: '{field}: 验收申请 {number} 已办结',
  ACCEPTANCE_APPLIED_BY_CALLER: '{field}: {number} 由本人申请,须由他人验收',
  ACCEPTANCE_INSPECTION_NOT_FOUND: '{field}: 企业没有这次抽查',
  ACCEPTANCE_INSPECTION_VOIDED: '{field}: 这次抽查已作废',
  ACCEPTANCE_INSPECTION_TOO_EARLY: '{field}: 现场检查早于验收申请',
  ACCEPTANCE_INSPECTION_NOT_LAST: '{field}: 其后企业另有抽查,须以最近一次抽查为准',
  ACCEPTANCE_INSPECTED_BY_CALLER: '{field}: 现场检查人不得验收',
  ACCEPTANCE_RULES_NOT_MET: '{field}: 现场检查未全部达标',
} as const;

export const reject = rejections(acceptanceRejections);
