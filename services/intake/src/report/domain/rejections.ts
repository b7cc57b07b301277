import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a report. */
export const reportRejections = {
  ...shapeRejections,
  REPORT_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  REPORT_RECEIVED_IN_FUTURE: '{field} 晚于当前时间',
  REPORT_TOWN_UNKNOWN: '{field}: 没有代码为 {code} 的乡镇(街道)',
  REPORT_OF_OTHER_FIRM: '{field}: 企业只能反映本企业的问题',
  REPORT_CHANNEL_NOT_FOR_FIRM: '{field}: 企业自行反映的渠道只能是 ONLINE',
  REPORT_FIRST_CONTACT_NOT_FOR_FIRM: '{field}: 首问责任人由中心登记',
  REPORT_ISSUE_UNKNOWN: '{field}: 没有这个问题',
  REPORT_ISSUE_OF_OTHER_FIRM: '{field}: 问题 {number} 属于其他企业',
  REPORT_ISSUE_CLOSED: '{field}: 问题 {number} 已办结,请另行反映',
  REPORT_RECEIPT_UNKNOWN: '{field}: 补录须写明收到时间',
  REPORT_OUT_OF_ORDER: '{field}: 早于已补录的最后一件,补录须按收到时间先后',
  REPORT_DAYS_CLOSED: '{field}: 已有日结,不能再补录',
  REPORT_NOT_FOUND: '没有这条反映',
  REPORTER_REASON_TOO_SHORT: '{field} 至少 {least} 个字',
  REPORTER_NOT_GIVEN: '{field}: 这条反映没有留下姓名和电话',
  REPORTER_PSEUDONYMISED: '{field}: 保存期已满,这条反映的姓名和电话已去标识,不能恢复',
  REPORTER_OF_OTHER_TASK_FORCE: '{field}: 问题不在您的专班办理,不能查看反映人',
  REPORTER_CONFIDENTIAL: '{field}: 反映人要求保密,不向专班出示',
} as const;

export const reject = rejections(reportRejections);
