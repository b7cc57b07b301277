import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a working calendar. */
export const workingCalendarRejections = {
  ...shapeRejections,
  CALENDAR_CHANGED: '工作日历已被他人修改,现行版本为 {version}',
  CALENDAR_WEEK_INCOMPLETE: '{field}: 须依次给出周一至周日共七天',
  CALENDAR_TIME_FAULTY: '{field}: 时间须为 HH:MM,截止时间最晚 24:00',
  CALENDAR_INTERVAL_FALLING: '{field}: 截止时间须晚于开始时间',
  CALENDAR_INTERVALS_OVERLAP: '{field}: 同一天的时段须由早到晚,不得重叠',
  CALENDAR_DAY_UNKNOWN: '{field}: 没有 {day} 这一天',
  CALENDAR_DAY_REPEATED: '{field}: {day} 重复',
  CALENDAR_WITHOUT_WORK: '{field}: {year}没有任何工作时间',
  CALENDAR_TOO_LONG: '{field}: 最多 {limit} 项',
} as const;

export const reject = rejections(workingCalendarRejections);
