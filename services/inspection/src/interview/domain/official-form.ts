import type { Interview } from './interview.ts';

const remarks = {
  SUMMONED: '',
  MISSED: '你单位逾期未接受约谈,已报指挥长。',
  HELD: '约谈已进行。',
  WITHDRAWN: '本约谈通知书已撤回。',
} as const;

/** 约谈通知书 as it is printed, with its record once it is held. */
export function officialForm(interview: Interview) {
  const { heldAt, attendees, minutes, commitments } = interview;
  const why = interview.shutdownId === null ? '连续亮黄灯' : '整改不到位';
  const record =
    heldAt === null
      ? []
      : [
          ['约谈时间:', heldAt],
          ['参加人员:', (attendees ?? []).join('、')],
          ['约谈纪要:', minutes ?? ''],
          ['整改承诺:', commitments ?? ''],
        ];
  return {
    title: '约谈通知书',
    number: interview.number,
    addressee: interview.creditCode,
    sentences: [
      [`你单位因疫情防控${why},现予以约谈。`],
      ['请法定代表人或主要负责人于 ', interview.dueAt, ' 前到场接受约谈。'],
      [remarks[interview.status]],
      ...record,
    ],
    table: null,
    signature: ['企业复工复产指挥部'],
    issuedAt: interview.issuedAt,
  };
}
