import { expect, it } from '@jest/globals';
import type { Scope } from './guidance.ts';
import { outsideOf, type Aspect, type Subject } from './outside-of.ts';

const scope: Scope = { domain: 'POLICY', townCodes: ['330226002'], industries: ['C', 'F'], sizes: ['SMALL'] };
const inside: Subject = { domain: 'POLICY', townCode: '330226002', industry: 'F', size: 'SMALL' };
const nothing: Subject = { domain: null, townCode: null, industry: null, size: null };

it.each<[string, Partial<Subject>, Aspect | null]>([
  ['all of it is covered', {}, null],
  ['nothing of it is known', nothing, null],
  ['it is of another domain', { domain: 'LABOUR' }, 'DOMAIN'],
  ['it is of another town', { townCode: '330226001' }, 'TOWN'],
  ['its firm is of another section', { industry: 'A' }, 'INDUSTRY'],
  ['its firm is smaller', { size: 'MICRO' }, 'SIZE'],
  ['its firm is smaller, and nothing else is known', { ...nothing, size: 'MICRO' }, 'SIZE'],
  ['several things speak against it, by the first', { domain: 'LABOUR', townCode: '330226001', size: 'MICRO' }, 'TOWN'],
  ['its firm and its domain are others, by the firm', { domain: 'LABOUR', size: 'MICRO' }, 'SIZE'],
])('where %s', (_, what, outside) => {
  expect(outsideOf(scope, { ...inside, ...what })).toBe(outside);
});

it('a guidance for all covers every firm, of its domain', () => {
  const all: Scope = { domain: 'POLICY', townCodes: [], industries: [], sizes: [] };
  expect(outsideOf(all, inside)).toBeNull();
  expect(outsideOf(all, { ...inside, domain: 'LABOUR' })).toBe('DOMAIN');
});
