import type { Domain } from '@qifutong/contracts/fields';
import type { Reading } from './reading.ts';
import { cues } from './thesaurus/cues.ts';
import { tuning } from './tuning.ts';
import { salience } from './weigh.ts';

export interface DomainGuess {
  readonly domain: Domain;
  /** 0 nothing speaks for it, 1 nothing speaks for any other */
  readonly sureness: number;
  /** readable, the weightiest first */
  readonly reasons: readonly string[];
}

const TROUBLE = 0.7;
const CUE = 0.3;
const PROBLEM = 2;
const WORDS = 2;
const TOLD = 3;
const leanings = cues.map(([domain, words]) => ({ domain, pattern: new RegExp(words, 'gu') }));

interface Vote {
  readonly domain: Domain;
  readonly weight: number;
  readonly because: string;
}

/** Which domain a report is about, and why. */
export function guessDomain(reading: Reading): DomainGuess {
  const sums = sumsOf(reading);
  const [first] = sums.sort((a, b) => b.sum - a.sum);
  if (!first) return { domain: 'OTHER', sureness: 0, reasons: ['没有能判断领域的词'] };
  const all = sums.reduce((total, { sum }) => total + sum, 0);
  const told = [...first.cast].sort((a, b) => b.weight - a.weight).slice(0, TOLD);
  return {
    domain: first.domain,
    sureness: Math.round((first.sum / all) * 100) / 100,
    reasons: told.map(({ because, weight }) => `${because}(${weight.toFixed(2)})`),
  };
}

function sumsOf(reading: Reading) {
  const byDomain = Map.groupBy(votes(reading), ({ domain }) => domain);
  return [...byDomain].map(([domain, cast]) => ({
    domain,
    cast,
    sum: cast.reduce((all, { weight }) => all + weight, 0),
  }));
}

function votes({ things, troubles, folded, problems, leaning: shares }: Reading): Vote[] {
  const found = [...salience(things, folded.length, { ...tuning, first: 0.3, circumstance: 0 })].flatMap(
    ([{ domain, name, said }, weight]) => (domain ? [{ domain, weight, because: `说到${name}:“${said}”` }] : []),
  );
  const wrong = troubles.flatMap(({ domain, name, said, times, weight }) =>
    domain
      ? [{ domain, weight: TROUBLE * weight * Math.min(1.5, Math.sqrt(times)), because: `诉求是${name}:“${said}”` }]
      : [],
  );
  const leaning = leanings.flatMap(({ domain, pattern }) => {
    const words = [...folded.matchAll(pattern)].map(([word]) => word);
    const told = [...new Set(words)].slice(0, TOLD).join('、');
    return words.length > 0 ? [{ domain, weight: CUE * Math.sqrt(words.length), because: `用词:${told}` }] : [];
  });
  const resembled = problems.map(({ domain, name, share }) => ({
    domain,
    weight: PROBLEM * share,
    because: `像是“${name}”`,
  }));
  const byWords = [...shares].map(([domain, share]) => ({ domain, weight: WORDS * share, because: '整体用词' }));
  return [...found, ...wrong, ...leaning, ...resembled, ...byWords];
}
