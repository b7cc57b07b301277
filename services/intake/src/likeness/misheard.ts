import { pinyin } from 'pinyin-pro';

/** Words of the trade that a hearer, or a keyboard, writes with other characters of the same sound. */
const words =
  '口罩 额温枪 测温枪 体温枪 消毒液 防护服 核酸 隔离 健康码 甬行码 绿码 通行证 备案 复工 集卡 报关 延期 展期 续贷 抵押 社保 公积金 退税 电费 租金 危废 污泥 快递 熔喷布 纸箱 不可抗力 工伤 食堂 班车 饲料 渔船 采茶 发票 补贴 招工 包车 卡口 招标 环评 展位 舱位 承兑 理赔 贴息 稳岗';
const known = new Set(words.split(' '));
const bySound = new Map([...known].map((word) => [soundOf(word), word]));
const LONGEST = 4;

/** Each word's syllables; and the sounds that a character may have, asked for once. */
const syllables = [...bySound.keys()].map((sound) => sound.split(' '));
const heardAs = new Map<string, ReadonlySet<string>>();

function soundOf(text: string): string {
  return pinyin(text, { toneType: 'none' });
}

function soundsOf(character: string): ReadonlySet<string> {
  const known = heardAs.get(character);
  if (known) return known;
  const sounds = new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array' }));
  heardAs.set(character, sounds);
  return sounds;
}

/** Whether it may sound like one of the words: how it does sound takes long to find out. */
function maySound(heard: string): boolean {
  const sounds = [...heard].map(soundsOf);
  return syllables.some((word) => word.length === sounds.length && word.every((said, i) => sounds[i]!.has(said)));
}

/**
 * The same words with what was misheard set right: 鹅温枪 is 额温枪. Only what is no word by itself is looked at.
 * @param tokens the text, cut into words
 */
export function corrected(tokens: readonly string[], isWord: (token: string) => boolean): string {
  const out: string[] = [];
  for (let i = 0; i < tokens.length;) {
    const { word, used } = misheardAt(tokens, i, isWord) ?? { word: tokens[i]!, used: 1 };
    out.push(word);
    i += used;
  }
  return out.join('');
}

const chinese = /^\p{Script=Han}+$/u;

function misheardAt(tokens: readonly string[], from: number, isWord: (token: string) => boolean) {
  let heard = '';
  for (const [i, token] of tokens.slice(from, from + LONGEST).entries()) {
    heard += token;
    if (heard.length > LONGEST || !chinese.test(heard)) return null;
    const word =
      heard.length < 2 || isWord(heard) || known.has(heard) || !maySound(heard)
        ? undefined
        : bySound.get(soundOf(heard));
    if (word?.length === heard.length) return { word, used: i + 1 };
  }
  return null;
}
