import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a task force and of a department. */
export const taskForceRejections = {
  ...shapeRejections,
  TASK_FORCE_NOT_FOUND: '没有这个专班',
  TASK_FORCE_CODE_TAKEN: '专班代码 {code} 已被使用',
  TASK_FORCE_NAME_TAKEN: '专班名称已被使用',
  TASK_FORCE_WITHOUT_PURPOSE: '组建专班须写明所负责的领域或共性问题(domains 或 commonIssueId)',
  TASK_FORCE_DISSOLVED: '专班 {code} 已撤销',
  TASK_FORCE_HAS_OPEN_TASKS: '专班 {code} 还有 {count} 项任务未办结,须先转办',
  TASK_FORCE_HAS_SOLVED_TASKS: '专班 {code} 还有 {count} 项任务已提出方案,须待回访销项后撤销',
  TASK_FORCE_INDISPENSABLE: '综合协调专班承办其他专班未覆盖的问题,不能撤销',
  COMMON_ISSUE_UNKNOWN: '没有这个共性问题,或其尚未确认:确认后才能为其组建专班',
  DEPARTMENT_UNKNOWN: '没有部门 {code}',
  DEPARTMENT_CODE_TAKEN: '部门代码 {code} 已被使用',
  DEPARTMENT_NAME_TAKEN: '部门名称已被使用',
  MEMBER_TWICE: '{field} 重复:同一人在一个专班中只能出现一次',
  MEMBER_UNKNOWN: '专班 {code} 没有这名成员',
  MEMBER_IS_LEAD: '组长不能直接移出专班 {code},须先任命新组长',
  LEAD_REQUIRED: '{field}:组建专班须指定组长(成员中一人为 LEAD)',
  LEADS_TOO_MANY: '一个专班只有一名组长',
} as const;

export const reject = rejections(taskForceRejections);
