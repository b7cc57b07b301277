import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

const ofTask = {
  TASK_NOT_FOUND: '没有这个任务',
  TASK_STATUS_FORBIDS_MOVE: '问题 {number} 的任务处于 {status} 状态,不能执行 {move}',
} as const;

/** Every "no" of an urging notice; those of its task are said by the task. */
export const noticeRejections = {
  ...shapeRejections,
  ...ofTask,
  TASK_URGED_LATELY: '问题 {number} 的任务已于 {at} 人工催办,间隔不足,暂不能再次催办',
  NOTICE_NOT_FOUND: '没有这张催办单',
  NOTICE_OF_SOMEBODY_ELSE: '催办单 {number} 不是发给您所在单位的',
  NOTICE_ANSWERED: '催办单 {number} 已经答复',
  PROMISE_PAST: '{field} 必须晚于现在',
  PROMISE_TOO_LATE: '{field} 距现在不得超过 {atMost}',
} as const;

/** Every "no" of a supervision. */
export const supervisionRejections = {
  ...shapeRejections,
  ...ofTask,
  SUPERVISION_NOT_FOUND: '没有这份督办单',
  SUPERVISION_OF_SOMEBODY_ELSE: '督办单 {number} 不是发给您所在专班的',
  SUPERVISION_OPEN: '问题 {number} 的任务已在督办中',
  SUPERVISION_LIFTED: '督办 {number} 已经解除',
} as const;

export const reject = rejections({ ...noticeRejections, ...supervisionRejections });
