import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of the routing rules. */
export const routingRejections = {
  ...shapeRejections,
  ROUTING_RULES_CHANGED: '派单规则已被他人修改,现行版本为 {version},请在其基础上重新修改',
  ROUTING_TASK_FORCE_UNKNOWN: '{field}:没有专班 {code}',
  ROUTING_TASK_FORCE_DISSOLVED: '{field}:专班 {code} 已撤销',
  ROUTING_RULE_UNREACHABLE: '第 {position} 条派单规则永远不会适用:排在前面的规则已经覆盖',
  ROUTING_ISSUE_UNKNOWN: '任务系统没有收到过这个问题,请直接给出领域等条件',
  ROUTING_COMMON_ISSUE_UNKNOWN: '没有这个共性问题,或其尚未确认',
  ROUTING_DOMAIN_UNKNOWN: '问题尚未研判,须给出领域({field})',
} as const;

export const reject = rejections(routingRejections);
