import { excerpt } from '@qifutong/kernel/excerpt';
import type { Duplicate } from './duplicate.ts';
import type { Likeness, Shared } from './likeness.ts';
import type { LikenessPolicy } from './policy.ts';

/**
 * Readable lines that show why issues are thought alike: enough to decide by, beside their texts.
 * @param together how alike those are to each other on the average that make a new proposal: they came together by it
 */
export function evidenceOf(likeness: Likeness, policy: LikenessPolicy, together?: number): string[] {
  const standard = (score: number) =>
    `${score < policy.alike ? '接近标准' : '标准'} ${two(policy.alike)}(第${policy.version}版规则)`;
  const first =
    together === undefined
      ? `相似度 ${two(likeness.score)},${standard(likeness.score)}`
      : `彼此平均相似度 ${two(together)},${standard(together)};与共同之处 ${two(likeness.score)}`;
  return [first, ...sharedLines(likeness.shared())];
}

export function duplicateEvidence(found: Duplicate, sameFirm: number, policy: LikenessPolicy): string[] {
  return [
    `重复可能 ${two(found.score)},标准 ${two(policy.duplicate)}(第${policy.version}版规则)`,
    sameFirm === 1 ? '同一企业' : `企业名称相近 ${two(sameFirm)}`,
    ...(found.again === null ? [] : [`提到此前反映过:“${found.again}”`]),
    ...(found.numbers.length > 0 ? [`相同数字:${found.numbers.join('、')}`] : []),
    `原文重合 ${Math.round(found.copied * 100)}%`,
    ...sharedLines(found.shared),
  ];
}

interface Settling {
  readonly version: { readonly number: number; readonly words: string } | null;
  readonly common: { readonly number: string; readonly title: string } | null;
}

/** By what a guidance was found: its own words, or the common issue that it settles. */
export function guidanceShown({ version, common }: Settling): string[] {
  return [
    ...(version ? [`对照指导意见第${version.number}版:“${excerpt(version.words)}”`] : []),
    ...(common ? [`它解决了共性问题 ${common.number}:“${excerpt(common.title)}”`] : []),
  ];
}

function sharedLines(shared: readonly Shared[]): string[] {
  const told = (kind: RegExp, what: string) => {
    const terms = shared
      .filter(({ term }) => kind.test(term))
      .map(({ term, weight }) => `${term.replace(kind, '')}(${two(weight)})`);
    return terms.length > 0 ? [`${what}:${terms.join('、')}`] : [];
  };
  return [...told(/^(?:物事|物|事):/u, '共同事项'), ...told(/^题:/u, '都像是'), ...told(/^词:/u, '共同用词')];
}

function two(value: number): string {
  return value.toFixed(2);
}

/** What a common issue is called until people name it: the thing and the trouble that its issues share most. */
export function titleOf(core: Readonly<Record<string, number>>, words: Readonly<Record<string, number>>): string {
  const most = (terms: Readonly<Record<string, number>>, kind: string, count: number) =>
    Object.entries(terms)
      .filter(([term]) => term.startsWith(kind))
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([term]) => term.slice(kind.length));
  const [thing] = most(core, '物:', 1);
  const [trouble] = most(core, '事:', 1);
  const said = [thing, trouble].filter((one) => one !== undefined);
  return said.length > 0 ? said.join(':') : most(words, '词:', 3).join('、') || '多家企业反映的同类问题';
}
