import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a notice and of a supervision. */
export const noticeRejections = {
  ...shapeRejections,
  TASK_NOT_FOUND: '没有这个任务({field})',
  TASK_STATUS_FORBIDS_MOVE: '问题 {number} 的任务处于 {status} 状态,不能执行 {move}',
  TASK_URGED_LATELY: '问题 {number} 的任务在 {at} 已人工催办,一小时内不能再次催办',
  NOTICE_NOT_FOUND: '没有这张催办单({field})',
  NOTICE_OF_SOMEBODY_ELSE: '催办单 {number} 不是发给您所在单位的',
  NOTICE_ANSWERED: '催办单 {number} 已经答复',
  PROMISE_PAST: '{field} 必须晚于现在',
  SUPERVISION_NOT_FOUND: '没有这份督办单({field})',
  SUPERVISION_OF_SOMEBODY_ELSE: '督办单 {number} 不是发给您所在专班的',
  SUPERVISION_OPEN: '问题 {number} 的任务已在督办',
  SUPERVISION_LIFTED: '督办 {number} 已经解除',
} as const;

export const reject = rejections(noticeRejections);
