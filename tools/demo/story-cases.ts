import { storyFirms } from './firms.ts';

/** One report of the first days, and how far the story takes it. */
export interface StoryCase {
  readonly report: Readonly<Record<string, unknown>> & { readonly externalRef: string };
  readonly domain: string;
  readonly urgency: 'NORMAL' | 'URGENT';
  readonly taskForce: string;
  /** what the task force tells the firm; without one the task stays in its hands */
  readonly solution?: string;
  /** the firm called it settled, and was so satisfied */
  readonly satisfaction?: string;
}

export const storyCases: readonly StoryCase[] = [
  {
    report: {
      channel: 'HOTLINE',
      externalRef: 'story-a',
      text: '我们是做汽车零部件的,外地员工陆续返岗,想给他们做核酸检测,去哪里做、费用怎么算?',
      firmCreditCode: storyFirms.carPartsMaker.creditCode,
      receivedAt: '2020-02-14T08:40:00+08:00',
    },
    domain: 'TESTING',
    urgency: 'URGENT',
    taskForce: 'TESTING',
    solution:
      '县里当日成立核酸检测专班:按返岗人员类别分批检测,企业线上申报需求,检测费用由县财政补助一半,检测点与时段见通知。',
    satisfaction: 'VERY_SATISFIED',
  },
  {
    report: {
      channel: 'HOTLINE',
      externalRef: 'story-c-disinfectant',
      text: '下周就要开工了,消毒液到现在一瓶都没买到,能不能帮忙想想办法?',
      firmCreditCode: storyFirms.disinfectantSeeker.creditCode,
      reporterName: '许经理',
      reporterPhone: '10005740042',
      receivedAt: '2020-02-14T09:05:00+08:00',
    },
    domain: 'MATERIALS',
    urgency: 'NORMAL',
    taskForce: 'MATERIALS',
    solution: '防疫物资专班已协调县内消杀企业按出厂价供应 200 公斤,今日下午凭复工备案到梅林仓库提货。',
    satisfaction: 'SATISFIED',
  },
  {
    report: {
      channel: 'HOTLINE',
      externalRef: 'story-c-sichuan',
      text: '有近百名四川老员工想回来上班,可不可以包车去接?手续怎么办?',
      firmCreditCode: storyFirms.sichuanWorkersEmployer.creditCode,
      receivedAt: '2020-02-14T10:20:00+08:00',
    },
    domain: 'LABOUR',
    urgency: 'NORMAL',
    taskForce: 'LABOUR',
    solution: '可以包车。由用工协调专班统一办理通行证明与对接当地人社,车费由县财政补贴,名单今日报送即可发车。',
  },
  {
    report: {
      channel: 'LINE_8718',
      externalRef: 'story-d',
      text: '“十二条铁律”要求全员隔离期满才能开工,我们配件断供三天了,能不能改一改?',
      firmCreditCode: storyFirms.ironRulesCarTrim.creditCode,
      receivedAt: '2020-02-14T11:00:00+08:00',
    },
    domain: 'POLICY',
    urgency: 'NORMAL',
    taskForce: 'POLICY',
  },
];
