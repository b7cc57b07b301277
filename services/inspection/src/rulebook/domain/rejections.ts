import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a rulebook. */
export const rulebookRejections = {
  ...shapeRejections,
  RULEBOOK_NOT_IN_FUTURE: '{field} 最早为明天 {earliest}',
  RULEBOOK_NOT_AFTER_LAST: '{field} 须晚于第 {version} 版的生效日期 {last}',
  RULEBOOK_RULES_NOT_TWELVE: '{field} 须为 {wanted} 条,实为 {given} 条',
  RULEBOOK_RULE_REPEATED: '{field}: {rule} 重复',
} as const;

export const reject = rejections(rulebookRejections);
