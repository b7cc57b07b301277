import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a rulebook. */
export const rulebookRejections = {
  ...shapeRejections,
  RULEBOOK_NOT_IN_FUTURE: '{field} 最早为明天 {earliest}',
  RULEBOOK_TOO_FAR_AHEAD: '{field} 最迟为 {latest}',
  RULEBOOK_NOT_AFTER_LAST: '{field} 须晚于第 {version} 版的生效日期 {last}',
  RULEBOOK_RULES_NOT_TWELVE: '{field} 须为 {wanted} 条,实为 {given} 条',
  RULEBOOK_RULE_REPEATED: '{field}: {rule} 重复',
  RULEBOOK_NOT_FOUND: '{field}: 没有第 {version} 版',
  RULEBOOK_IN_FORCE: '{field}: 第 {version} 版自 {since} 起已生效,不能撤回',
  RULEBOOK_WITHDRAWN: '{field}: 第 {version} 版已撤回',
} as const;

export const reject = rejections(rulebookRejections);
