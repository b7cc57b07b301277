import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to an interview. */
export const interviewRejections = {
  ...shapeRejections,
  INTERVIEW_NOT_FOUND: '{field}: 没有这次约谈',
  INTERVIEW_NOT_AWAITED: '{field}: 约谈 {number} 已进行或已撤回',
  INTERVIEW_IN_FUTURE: '{field} 晚于当前时间',
  INTERVIEW_BEFORE_CAUSE: '{field} 不晚于约谈事由发生的时间',
  INTERVIEW_BEFORE_SUMMONS: '{field} 早于约谈通知书 {number} 发出的时间',
  INTERVIEW_OF_ANOTHER_TOWN: '{field}: 约谈 {number} 的企业属于其他乡镇(街道),您未被派往该企业',
} as const;

export const reject = rejections(interviewRejections);
