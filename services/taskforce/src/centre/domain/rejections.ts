import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of the centre's duty roster. */
export const commanderRejections = {
  ...shapeRejections,
  COMMANDER_DUTY_IN_PAST: '值班开始时间({field})不能早于现在',
} as const;

export const reject = rejections(commanderRejections);
