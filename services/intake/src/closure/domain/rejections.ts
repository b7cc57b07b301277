import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a daily closure. */
export const dailyClosureRejections = {
  ...shapeRejections,
  DAILY_CLOSURE_NOT_FROZEN: '{field}: 当日尚未日结',
  DAILY_CLOSURE_SIGNED: '{field}: {day} 的日结已由 {name} 签发',
} as const;

export const reject = rejections(dailyClosureRejections);
