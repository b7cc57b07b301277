import { rejections } from '@qifutong/kernel/rejection';

/** Every "no" of a light. */
export const lightRejections = {
  LIGHT_NOT_FOUND: '企业没有三色灯档案',
} as const;

export const reject = rejections(lightRejections);
