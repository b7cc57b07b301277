import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to an inspection. */
export const inspectionRejections = {
  ...shapeRejections,
  INSPECTION_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  INSPECTION_FIRM_NOT_ENROLLED: '{field}: 企业 {creditCode} 尚未纳入抽查',
  INSPECTION_ID_TAKEN: '{field}: 编号 {id} 已用于另一次抽查',
  INSPECTION_PERFORMED_IN_FUTURE: '{field} 晚于当前时间',
  INSPECTION_PERFORMED_BEFORE_ENROLMENT: '{field} 早于企业纳入抽查的时间',
  INSPECTION_RULEBOOK_NOT_IN_FORCE: '{field}: 当时尚无自主管理制度',
  INSPECTION_RULE_UNKNOWN: '{field}: 第 {version} 版自主管理制度没有 {rule}',
  INSPECTION_RULE_REPEATED: '{field}: {rule} 重复',
  INSPECTION_RULE_MISSING: '{field}: 缺少 {rule}',
  INSPECTION_NOTE_MISSING: '{field}: {rule} 为 {result},须注明情况',
  INSPECTION_OF_ANOTHER_TOWN: '{field}: 企业不在 {town},须有抽查计划',
  INSPECTION_PLAN_UNKNOWN: '{field}: 没有抽查计划 {id}',
  INSPECTION_NOT_PLANNED: '{field}: 企业不在 {town},这份计划当日未派您检查该企业',
  INSPECTION_INSPECTOR_UNKNOWN: '{field}: 检查员名册中没有 {sub}',
  INSPECTION_PHOTO_UNKNOWN: '{field}: 没有存证 {id}',
  INSPECTION_PHOTO_OF_ANOTHER_FIRM: '{field}: 存证 {id} 属于另一家企业的抽查',
  INSPECTION_SIGNATURE_EMPTY: '{field} 没有笔画',
  INSPECTION_TOO_MANY: '{field}: 一次最多 {limit} 份,实为 {given} 份',
  INSPECTION_NOT_FOUND: '{field}: 没有这次抽查',
  INSPECTION_VOIDED: '{field}: 抽查 {id} 已撤销',
  INSPECTION_NOT_VOIDED: '{field}: 抽查 {id} 未撤销',
} as const;

export const reject = rejections(inspectionRejections);
