import type { Urgency } from '@qifutong/contracts/fields';

export interface UrgencyGuess {
  readonly urgency: Urgency;
  readonly reasons: readonly string[];
}

const soon =
  '(?:今[晚夜天]|今日|明早|明晨|明天(?:一早|早上|上午|中午)?|后天一早|半夜|凌晨|天亮|下班前|傍晚|几(?:个)?小时|[一两二三四五六七八九十\\d]+(?:个)?(?:小时|钟头|分钟)|到点|马上|立刻|眼看|随时|一会儿|晚上?[七八九十]点|夜里)';
const stops =
  '(?:停(?:线|机|产|工|窑|炉|电|送)|断(?:料|火|电|供|粮|气|药)|熄|用(?:完|光)|没料|见底|撑不|到顶|溢|报废|废了|冻坏|坏死|死(?:光|掉|一半|了)|烂掉|冷死|冷缝|沉|截港|截关|甩船|不肯进|爆)';

/** A sign that it cannot wait, what it is called, and how much it says. From 1 on it is urgent. */
const signs: readonly (readonly [string, number, RegExp])[] = [
  [
    '有人身危险',
    1,
    /昏迷|晕(?:倒|过去)|叫不[应醒]|口吐白沫|中毒|呛得|着火|起火|冒火|冒烟|火星|火苗|爆炸|触电|漏氨|氨味|煤气味|漏气|泄漏|坍塌|塌(?:了|下来|方)|救命|被埋|被困|大出血|抢救|氯气|消防车(?:进不|根本)|快不行/u,
  ],
  [
    '有人发热或接触确诊',
    0.9,
    /(?:3[789]|三十[八九])(?:度|[.点]\d|℃)|低烧|发(?:高)?烧了|量出[^,。;]{0,6}(?:烧|热)|(?:确诊|阳性)[^,。;]{0,16}(?:同|接触|坐过|一起)|(?:同|接触)[^,。;]{0,10}确诊/u,
  ],
  [
    '有人困在路上或露天',
    0.8,
    /(?:困|堵|停|滞留|卡|冻)在[^,。;]{0,10}(?:路上|服务区|半路|高速|车上|雨里|门外|码头|船上)|睡(?:马路|车|桥洞|在车)|没(?:热水|吃的|水喝)|孕妇|又冷又饿|一房间?都没有|一间房都没有|总不能[^,。;]{0,4}睡在/u,
  ],
  ['几小时内要停产或报废', 0.9, new RegExp(`${soon}[^。;!?]{0,24}${stops}|${stops}[^。;!?]{0,16}${soon}`, 'u')],
  ['窑炉不能停', 0.5, /(?:窑|炉)[^。;]{0,12}(?:不能(?:熄|停|离人)|正烧|断火|塌)|不能离人|冷缝|整条线/u],
  [
    '要求立即',
    0.5,
    /马上(?:派|叫|来|帮|找|请)|立即(?:派|来)|赶快(?:派|来|叫)|快(?:点)?(?:来人|叫|想办法|派)|速办|火速|紧急(?:求助|调|处理)|十万火急|很急|连夜|赶紧(?:派|来|找|叫)|先救急|求紧急|来不及了/u,
  ],
  [
    '限在几小时内',
    0.4,
    new RegExp(`(?:只够|只能|仅够|撑)[^,。;]{0,10}${soon}|${soon}[^,。;]{0,6}(?:到|抵达)[^。;]{0,20}(?:没|一间)`, 'u'),
  ],
];

/** Whether a report can wait, and why not. */
export function guessUrgency(folded: string): UrgencyGuess {
  const seen = signs.flatMap(([what, weight, pattern]) => {
    const said = pattern.exec(folded)?.[0];
    return said ? [{ weight, because: `${what}:“${said}”(${weight.toFixed(2)})` }] : [];
  });
  const sum = seen.reduce((total, { weight }) => total + weight, 0);
  const reasons = seen.sort((a, b) => b.weight - a.weight).map(({ because }) => because);
  return { urgency: sum >= 0.9 ? 'URGENT' : 'NORMAL', reasons };
}
