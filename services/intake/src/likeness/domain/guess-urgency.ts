import type { Urgency } from '@qifutong/contracts/fields';
import type { Reading } from './reading.ts';

export interface UrgencyGuess {
  readonly urgency: Urgency;
  readonly reasons: readonly string[];
}

/** Time that runs out now, and what is lost when it has: said in one breath it cannot wait, whatever it is about. */
const now =
  '(?:今[晚夜天早]|当晚|明[天早晚晨]|凌晨|半夜|夜里|天亮前|下班前|今明|两三?个?(?:小时|钟头)|[一二三四五六七八九十\\d]+(?:个)?(?:半)?(?:小时|钟头|分钟)|马上(?:就|要)|立刻|立马|眼看|随时|正在|刚刚?|现在(?:已|正|就|还)?|此刻|这会儿|撑不(?:过|到|住))';
const loss =
  '(?:(?<![吓烦累急气愁笑封堵])死(?!人)|臭|变质|化冻|解冻|烂|坏掉|饿|冻(?:着|伤|坏|了)|断(?:粮|料|奶|药|氧|水|电|气|供|货|火)|没料|无料|线停|冷缝|停(?:产|机|线|窑|炉|电|水|工|摆)|报废|熄火|翻|沉|溢|漏(?:水|电|油|气|雨)|塌|炸|烧(?:着|起|坏)|倒塌|受伤|流血|骨折|昏|晕|抽搐|堵(?:住|着|门|在)|围(?:住|堵)|打起来|闹事|跳楼|轻生|走失|开天窗|甩(?:船|柜|货)|截(?:港|关|单|标)|作废|失效|开不了(?:工|炉|机))';

/** A sign that it cannot wait, what it is called, and how much it says. */
const signs: readonly (readonly [string, number, RegExp])[] = [
  [
    '有人身危险',
    1,
    /昏迷|昏倒|晕(?:倒|过去)|叫不[应醒]|口吐白沫|中毒|呛(?:得|到|伤)|着火|起火|冒(?:火|浓?烟)|火星|火苗|火势|爆炸|触电|漏氨|氨味|煤气味|(?:氨|氯|煤|天然|燃)气[^,。;]{0,4}(?:漏|泄)|漏气|泄漏|坍塌|塌(?:了|下来|方)|救命|被埋|被困|被压|大出血|抢救|氯气|消防车(?:进不|根本)|快不行|断了?(?:手|指|腿)|轧(?:到|伤|断)|掉(?:进|下)(?:河|海|坑|水|来)|溺|喘不(?:上|过)气|胸口(?:疼|痛|闷)|早产|要生了|难产|羊水/u,
  ],
  [
    '有人发热或接触确诊',
    0.9,
    /(?:3[789]|三十[八九])(?:度|[.点]\d|℃)|低烧|高烧|发(?:高)?烧了|量出[^,。;]{0,6}(?:烧|热)|(?:确诊|阳性)[^,。;]{0,16}(?:同|接触|坐过|一起)|(?:同|接触)[^,。;]{0,10}(?:确诊|阳性)/u,
  ],
  [
    '有人困在路上或露天',
    0.8,
    /(?:困|堵|停|滞留|卡|冻|扔|丢|抛锚)在[^,。;]{0,10}(?:路上|服务区|半路|高速|车上|雨里|门外|码头|船上|海上|山上|收费站|机场|车站)|睡(?:马路|车|桥洞|在车|大街)|没(?:热水|吃的|水喝|饭吃|地方睡)|孕妇|又冷又饿|一间房?都没有|总不能[^,。;]{0,4}睡在|露宿|过夜/u,
  ],
  ['时间将尽,就要受损', 0.9, new RegExp(`${now}[^。;!?]{0,28}${loss}|${loss}[^。;!?]{0,18}${now}`, 'u')],
  [
    '炉窑不能停',
    0.5,
    /(?:窑|炉|锅炉|发酵|培养|孵化|冷库|冰库|育苗|养殖|池|塘)[^,。;]{0,12}(?:不能(?:熄|停|离人|断)|正烧|断火|塌|缺氧|断电)|不能离人|离不开人|冷缝|整条线|整批(?:报废|死)/u,
  ],
  [
    '要求立即',
    0.5,
    /马上(?:派|叫|来|帮|找|请|处理|解决)|立即(?:派|来|处理|协调|解决)|立刻(?:派|来|帮)|赶快|快(?:点)?(?:来人|叫|想办法|派|帮)|速办|火速|紧急(?:求助|调|处理|协调|情况)?|十万火急|万分火急|很急|太急|急(?:死|死人|盼|等|救)|连夜|赶紧(?:派|来|找|叫|帮)|先救急|救急|来不及了|等不(?:了|起|及)|拖不起|人命/u,
  ],
  [
    '限在几小时内',
    0.4,
    new RegExp(
      `(?:只够|只能|仅够|撑|最多)[^,。;]{0,10}${now}|${now}[^,。;]{0,6}(?:到|抵达|发车|开船|起飞|装船|靠岸)`,
      'u',
    ),
  ],
];

/** What has not happened, and is only feared, can wait. */
const feared = /(?:怕|担心|万一|防止|以防|避免|恐)[^,。;!?]{0,12}/gu;
const ENOUGH = 0.8;
/** What is told as pressing counts for more than what is told calmly counts against: some stay calm in danger. */
const PRESSURE = { pressing: 2, calm: 1 };

/** Whether a report can wait, and why or why not. */
export function guessUrgency({ folded, pressure }: Pick<Reading, 'folded' | 'pressure'>): UrgencyGuess {
  const happening = folded.replace(feared, '');
  const told = pressure * (pressure > 0 ? PRESSURE.pressing : PRESSURE.calm);
  const seen = signs.flatMap(([what, weight, pattern]) => {
    const said = pattern.exec(happening)?.[0];
    return said ? [{ weight, because: `${what}:“${said}”(${weight.toFixed(2)})` }] : [];
  });
  const sum = seen.reduce((total, { weight }) => total + weight, 0) + told;
  const signsSeen = seen.sort((a, b) => b.weight - a.weight).map(({ because }) => because);
  const reasons = told > 0 ? [...signsSeen, `说法像急事(${two(told)})`] : signsSeen;
  if (sum >= ENOUGH) return { urgency: 'URGENT', reasons };
  if (reasons.length === 0) return { urgency: 'NORMAL', reasons: [`未见紧急迹象(${two(sum)},标准 ${two(ENOUGH)})`] };
  const calmly = told < 0 ? [`说法不急(${two(told)})`] : [];
  return { urgency: 'NORMAL', reasons: [...reasons, ...calmly, `合计 ${two(sum)},不到标准 ${two(ENOUGH)}`] };
}

/** Never -0.00. */
function two(value: number): string {
  return (Math.round(value * 100) / 100).toFixed(2);
}
