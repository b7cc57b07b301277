import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to an enrolment. */
export const enrolmentRejections = {
  ...shapeRejections,
  ENROLMENT_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  ENROLMENT_IN_FUTURE: '{field} 晚于当前时间',
  ENROLMENT_AWAITS_ACCEPTANCE: '{field}: 企业首次复工验收尚未通过,只能经验收正式纳入抽查',
  ENROLMENT_NOT_FOUND: '{field}: 企业尚未纳入抽查',
} as const;

export const reject = rejections(enrolmentRejections);
