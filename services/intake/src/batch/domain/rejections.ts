import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a batch. */
export const batchRejections = {
  ...shapeRejections,
  BATCH_NOT_FOUND: '{field}: 没有这一批',
  BATCH_STATE_FORBIDS_MOVE: '该批处于 {state} 状态,不能执行 {move}',
  BATCH_ITEM_NOT_IN_PREVIEW: '{field}: 问题 {id} 不在预览中',
  BATCH_ITEM_EXCLUDED: '{field}: 问题 {id} 已被预览排除',
  GUIDANCE_NOT_FOUND: '{field}: 没有这个指导意见',
  GUIDANCE_WITHDRAWN: '指导意见已撤回,不能再用于批量化解',
  GUIDANCE_SUPERSEDED: '指导意见已有新版本,请重新预览',
  GUIDANCE_NOT_YET_IN_FORCE: '指导意见自 {from} 起生效,尚不能用于批量化解',
  ISSUE_NOT_FOUND: '{field}: 没有这个问题',
} as const;

export const reject = rejections(batchRejections);
