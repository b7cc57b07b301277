/** How a word is said, tone included, syllables apart (`ying3 tai4`). Handed over: a rule knows no library. */
export type Sound = (text: string) => string;

/** A firm's name taken apart: 宁海县 · 澄隆 · 文具 · 有限公司 */
export interface FirmName {
  readonly region: string;
  /** the made-up word that tells firms apart (字号) */
  readonly brand: string;
  readonly trade: string;
  /** `` where it was not said */
  readonly form: string;
}

/** From here on two names as heard may be taken for one firm; below it a person decides. */
export const SAME_FIRM_SCORE = 0.8;

const noise = /[\s\p{P}\p{S}\p{Cf}]/gu;
const bracketed = /[(](?:浙江|宁波|宁海)(?:省|市|县)?[)]/gu;
const region = /^(?:浙江省?)?(?:(宁波)市?)?(?:(宁海)县?(?:[\p{Script=Han}]{2,3}(?:镇|乡|街道))?)?/u;
const form =
  /(?:(?:股份|责任|集团|控股)*(?:有限(?:责任)?公司|公司)|集团|专业合作社|合作社|经营部|服务部|商行|工厂|厂|店)$/u;
const BRAND = 2;
/** characters that two trades must have in common, in the same order, to be related */
const RELATED = 2;
const RELATED_SCORE = 0.6;

export function readFirmName(name: string): FirmName {
  const plain = name.normalize('NFKC').replace(bracketed, '').replace(noise, '').toUpperCase();
  const from = region.exec(plain);
  const unplaced = plain.slice(from?.[0].length ?? 0);
  // a firm whose brand is the county's own name has nothing else to be told by
  const named = [...unplaced.replace(form, '')].length < BRAND ? plain : unplaced;
  const core = [...named.replace(form, '')];
  return {
    region: named === plain ? '' : (from?.[2] ?? from?.[1] ?? ''),
    brand: core.slice(0, BRAND).join(''),
    trade: core.slice(BRAND).join(''),
    form: form.exec(named)?.[0] ?? '',
  };
}

/**
 * What an index of names is asked for: names that may mean one firm have the same key, however misheard,
 * shortened or differently placed. Many firms share a key; `sameFirmName` tells them apart.
 */
export function firmNameKey(name: string, sound: Sound): string {
  return untoned(sound(readFirmName(name).brand));
}

/**
 * How sure it is that two names as heard mean one firm: 1 the same name, 0 certainly others, from `SAME_FIRM_SCORE` on
 * safe enough to go by. Brand and trade must both agree; a weakness in two of them is no longer safe.
 */
export function sameFirmName(a: string, b: string, sound: Sound): number {
  return sameFirm(readFirmName(a), readFirmName(b), sound);
}

/** The same of names that were read already. */
export function sameFirm(one: FirmName, other: FirmName, sound: Sound): number {
  return scored([one, other], sound, tradeScore(one.trade, other.trade, sound));
}

/**
 * How likely two names mean one firm to a person who decides: as `sameFirmName`, but trades that only share a part (汽车配件 and
 * 汽车零部件) count for something, which is never safe enough to go by.
 */
export function likelyName(a: string, b: string, sound: Sound): number {
  const [one, other] = [readFirmName(a), readFirmName(b)];
  const related = commonPart(one.trade, other.trade) >= RELATED ? RELATED_SCORE : 0;
  return sameFirm(one, other, sound) || scored([one, other], sound, related);
}

function scored([one, other]: readonly [FirmName, FirmName], sound: Sound, trades: number): number {
  if (one.brand === '' || other.brand === '') return 0;
  const score = brandScore(one, other, sound) * trades;
  return round(score * regionScore(one.region, other.region) * formScore(one.form, other.form));
}

function brandScore(one: FirmName, other: FirmName, sound: Sound): number {
  if (one.brand === other.brand) return 1;
  const [said, heard] = [sound(one.brand), sound(other.brand)];
  if (said === heard) return 0.9;
  return untoned(said) === untoned(heard) ? 0.75 : 0;
}

function tradeScore(one: string, other: string, sound: Sound): number {
  if (one === other) return 1;
  if (one === '' || other === '') return 0.7;
  if (sound(one) === sound(other)) return 0.95;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  // 汽运 is 汽车运输, 线束 is 汽车线束; 文教用品 is not 文体用品
  return [...short].length >= 2 && isWithin(short, long) ? 0.9 : 0;
}

function regionScore(one: string, other: string): number {
  return one === other || one === '' || other === '' ? 1 : 0.75;
}

const kinds = [/公司|集团|厂/u, /合作社/u, /店|商行|经营部|服务部/u];

function formScore(one: string, other: string): number {
  if (one === other || one === '' || other === '') return 1;
  const kindOf = (said: string) => kinds.findIndex((kind) => kind.test(said));
  if (kindOf(one) !== kindOf(other)) return 0.7;
  return one.endsWith('厂') === other.endsWith('厂') ? 1 : 0.95;
}

function isWithin(short: string, long: string): boolean {
  let at = 0;
  const characters = [...short];
  for (const character of long) if (character === characters[at]) at += 1;
  return at === characters.length;
}

/** How many characters two words have in common, in the same order. */
function commonPart(one: string, other: string): number {
  const others = [...other];
  let best = new Array<number>(others.length + 1).fill(0);
  for (const character of one) {
    const next = [0];
    for (const [i, against] of others.entries())
      next.push(character === against ? best[i]! + 1 : Math.max(best[i + 1]!, next[i]!));
    best = next;
  }
  return best.at(-1)!;
}

function untoned(said: string): string {
  return said.replace(/[0-5](?= |$)/gu, '');
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
