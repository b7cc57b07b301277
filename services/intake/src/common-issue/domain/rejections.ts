import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a common issue. */
export const commonIssueRejections = {
  ...shapeRejections,
  COMMON_ISSUE_NOT_FOUND: '没有这个共性问题',
} as const;

export const reject = rejections(commonIssueRejections);
