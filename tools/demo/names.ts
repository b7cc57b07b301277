import { pick, weightedPick } from './random.ts';
import type { Random } from './random.ts';
import type { FirmSize } from './demo-firm.ts';
import type { Registration } from './demo-credit-code.ts';
import type { DemoTown } from './towns.ts';
import type { Trade } from './trades.ts';

/** Rare in trade names on purpose: a pair of them should be nobody's brand. */
const FIRST = [
  ...'沐屿砚棠樾岚禾澄泓珩煜晏彧霁朔翊筠笙箬荻芷苇菁葵蕴衡赫逸酉镒隽霖霄韬颂飒骧鹭麓栖桐槿梓楷榕杉竺鸢鹂',
  ...'垣堃孚宥岑峤峻帆弈悠慕昱晗晞曦朗枳柚栎桉梧棣椿楹榆槐樟檀歆汀沅泊洵浔淇渝湛溯漪潼澍濂灏炜烁焓熙',
];
const SECOND = [
  ...'川澜舟原溪禾辰宇峰岭林森桥塘湾汀渚浦洲泽润景晖朗昕旻栎榆楠枫桦梧槐蒲茗苑芸蓉若言语佑仑博卓同宜容宽',
  ...'岱岳崎帛序庭延弘拓旷昂坤垚埠堰墨夏孟岑岩峡巍州廷彦徽恺拙敦晓朴杭柯栈桓楚榛歌洛涵淮湖滨漾瀛焕煦熠',
];
const THIRD = [...'源德兴元和成'];

const place = weightedPick(
  [
    ['宁海', 55],
    ['宁波', 30],
    ['宁海县', 15],
  ] as const,
  ([, weight]) => weight,
);

export interface Named {
  readonly name: string;
  readonly registration: Registration;
}

export interface Naming {
  readonly trade: Trade;
  readonly size: FirmSize;
  readonly town: DemoTown;
}

function tradeName(random: Random): string {
  const pair = pick(random, FIRST) + pick(random, SECOND);
  return random() < 0.15 ? pair + pick(random, THIRD) : pair;
}

function humbleShare(size: FirmSize, { humble }: Trade): number {
  if (humble === undefined || size === 'LARGE' || size === 'MEDIUM') return 0;
  return (size === 'MICRO' ? humble.percent : humble.percent / 5) / 100;
}

function companyForm(random: Random, size: FirmSize): string {
  const chance = random();
  if (size === 'LARGE' && chance < 0.1) return '集团有限公司';
  if ((size === 'LARGE' && chance < 0.5) || (size === 'MEDIUM' && chance < 0.08)) return '股份有限公司';
  return '有限公司';
}

/** Draws a name as the register would write it, and what kind of registration bears such a name. */
export function drawName(random: Random, { trade, size, town }: Naming): Named {
  const own = tradeName(random);
  const { humble } = trade;
  if (humble === undefined || random() >= humbleShare(size, trade)) {
    const name = place(random)[0] + own + pick(random, trade.lines) + companyForm(random, size);
    return { name, registration: '91' };
  }
  const { registration } = humble;
  const prefix = registration === '92' ? `宁海县${town.name.replace(/(街道|镇|乡)$/, '')}` : '宁海';
  return { name: prefix + own + pick(random, humble.words), registration };
}
