import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a report. */
export const reportRejections = {
  ...shapeRejections,
  REPORT_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  REPORT_RECEIVED_IN_FUTURE: '{field} 晚于当前时间',
  REPORT_TOWN_UNKNOWN: '{field}: 没有代码为 {code} 的乡镇(街道)',
  REPORT_OF_OTHER_FIRM: '{field}: 企业只能反映本企业的问题',
  REPORT_CHANNEL_NOT_FOR_FIRM: '{field}: 企业自行反映的渠道只能是 ONLINE',
} as const;

export const reject = rejections(reportRejections);
