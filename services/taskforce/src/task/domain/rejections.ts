import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a task. */
export const taskRejections = {
  ...shapeRejections,
  TASK_NOT_FOUND: '没有这个任务',
  TASK_OF_OTHER_TASK_FORCE: '问题 {number} 的任务由其他专班承办',
  TASK_STATUS_FORBIDS_MOVE: '问题 {number} 的任务处于 {status} 状态,不能执行 {move}',
  TASK_SUPERVISED: '{field}:问题 {number} 的任务正在督办,只能由指挥中心转办',
  TASK_MUST_BE_ACCEPTED: '问题 {number} 的任务须予接单:本轮已退单一次,或已责令接单',
  TASK_RETURN_TOO_LATE: '问题 {number} 的任务已过退单时限 {within},不能退单',
  TASK_NOT_AWAITING_DISPATCH: '问题 {number} 的退单任务已重新派发,或该问题已另行处理',
  ACCEPTANCE_ORDER_REQUIRED: '{field} 须为 true:派回原专班即责令其接单',
  TASK_FORCE_UNKNOWN: '{field}:没有专班 {taskForce}',
  TASK_FORCE_DISSOLVED: '{field}:专班 {taskForce} 已撤销',
  TASK_FORCE_IS_LEAD: '{field}:专班 {taskForce} 就是该任务的承办专班',
  CO_HANDLER_KNOWN: '{field}:专班 {taskForce} 已在会办该任务',
  CO_HANDLER_UNKNOWN: '{field}:专班 {taskForce} 未会办该任务',
  SOLUTION_FROM_GUIDANCE: '问题 {number} 由规范性指导意见解决,不能认定方案无效',
  SOLUTION_STANDS: '问题 {number} 的方案于 {day} 提出,须在当日内认定无效',
  SUSPENSION_TOO_LATE: '{field}:问题 {number} 的任务期限已过,不能暂停计时',
  EXTENSION_USED_UP: '问题 {number} 的任务已延期一次',
  DEADLINE_PASSED: '问题 {number} 的任务已过时限,不能延期',
  EXTENSION_NOT_LATER: '{field} 须晚于现有时限',
  EXTENSION_TOO_LONG: '{field} 最多比现有时限晚 {atMost}',
} as const;

export const reject = rejections(taskRejections);
