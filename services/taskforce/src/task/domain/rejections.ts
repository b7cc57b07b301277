import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a task. */
export const taskRejections = {
  ...shapeRejections,
  TASK_NOT_FOUND: '没有这个任务',
  TASK_OF_OTHER_TASK_FORCE: '问题 {number} 的任务由其他专班承办',
  TASK_STATUS_FORBIDS_MOVE: '问题 {number} 的任务处于 {status} 状态,不能执行 {move}',
} as const;

export const reject = rejections(taskRejections);
