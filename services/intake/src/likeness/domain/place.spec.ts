import { describe, expect, it } from '@jest/globals';
import { weighed } from '../../../test/weighed.ts';
import { coreOf } from './core-of.ts';
import { lexical, type Scorer } from './likeness.ts';
import { place, type Placed, type Surroundings } from './place.ts';
import type { Weighed } from './weigh.ts';

const texts = ['口罩买不到', '厂里口罩没货了', '缺口罩,到处买不到', '口罩断货,采购不到'];
const enough = { alike: 0.44, firms: 3 };
interface OfFirm extends Placed {
  readonly firm: string | null;
}
const issue = (n: number, firm: string | null, text = texts[n % 4]!): OfFirm => ({
  issueId: `issue-${n}`,
  firm,
  weighed: weighed(text),
});
type Around = Partial<Surroundings> & { readonly single?: readonly OfFirm[] };
const around = (one: OfFirm, what: Around): Surroundings => ({
  groups: [],
  single: [],
  declinedTogether: () => false,
  firmOf: (id) => [one, ...(what.single ?? [])].find(({ issueId }) => issueId === id)!.firm,
  ...what,
});
const placed = (one: OfFirm, what: Around) => place(one, around(one, what), enough, lexical);
const membersOf = (placement: ReturnType<typeof place>) =>
  placement.does === 'PROPOSE' ? placement.members.map(({ issueId }) => issueId).toSorted() : placement.does;

describe('a new issue', () => {
  it('waits while fewer than three firms tell the same', () => {
    expect(placed(issue(1, 'b'), { single: [issue(0, 'a')] })).toEqual({ does: 'WAIT' });
  });

  it('of the third firm makes a proposal of all three', () => {
    expect(membersOf(placed(issue(2, 'c'), { single: [issue(0, 'a'), issue(1, 'b')] }))).toEqual([
      'issue-0',
      'issue-1',
      'issue-2',
    ]);
  });

  it('of one firm calling ten times is not taken for a common issue', () => {
    const calls = Array.from({ length: 9 }, (_, n) => issue(n, 'a'));
    expect(placed(issue(9, 'a'), { single: calls })).toEqual({ does: 'WAIT' });
  });

  it.each([null])('without a firm counts for no firm', (nobody) => {
    expect(placed(issue(2, nobody), { single: [issue(0, nobody), issue(1, 'b'), issue(3, 'c')] })).toEqual({
      does: 'WAIT',
    });
  });

  it('is proposed with those that share its problem, though another is alike to it alone, and more', () => {
    const [one, alone] = [issue(0, 'a'), issue(1, 'b')];
    const sharing = [issue(2, 'c'), issue(3, 'd')];
    const isOf = (weighed: Weighed, which: readonly OfFirm[]) => which.some((each) => each.weighed === weighed);
    const score: Scorer = (a, b) => ({
      score: isOf(a, [alone]) || isOf(b, [alone]) ? (isOf(a, [one]) || isOf(b, [one]) ? 0.8 : 0) : 0.7,
      shared: () => [],
    });
    const found = place(one, around(one, { single: [alone, ...sharing] }), enough, score);
    expect(membersOf(found)).toEqual(['issue-0', 'issue-2', 'issue-3']);
  });

  it('is proposed by how alike all of them are to each other on the average, which each of them shows', () => {
    const [one, ...others] = [issue(0, 'a'), issue(1, 'b'), issue(2, 'c')];
    const all = [one, ...others].map((each) => each.weighed);
    const among: Scorer = (a, b) => ({ score: all.includes(a) && all.includes(b) ? 0.5 : 0.35, shared: () => [] });
    const found = place(one, around(one, { single: others }), enough, among);
    const members = found.does === 'PROPOSE' ? found.members : [];
    expect(members.map(({ likeness, together }) => [likeness.score, together])).toEqual(Array(3).fill([0.35, 0.5]));
  });

  it('brings nothing into a proposal that is about something else', () => {
    const other = issue(3, 'd', '宽带断了两天,没法视频开会');
    expect(membersOf(placed(issue(2, 'c'), { single: [issue(0, 'a'), issue(1, 'b'), other] }))).not.toContain(
      'issue-3',
    );
  });

  it('joins what is proposed already', () => {
    const core = coreOf([issue(0, 'a'), issue(1, 'b'), issue(2, 'c')].map((one) => one.weighed));
    expect(placed(issue(3, 'd'), { groups: [{ commonIssueId: 'common-1', core }] })).toMatchObject({
      does: 'JOIN',
      commonIssueId: 'common-1',
    });
  });

  it('is not proposed with members that people declined together', () => {
    const declined = new Set(['issue-0', 'issue-1']);
    const declinedTogether = (a: string, b: string) => declined.has(a) && declined.has(b);
    const single = [issue(0, 'a'), issue(1, 'b')];
    expect(placed(issue(2, 'c'), { single, declinedTogether })).toEqual({ does: 'WAIT' });
    const more = [...single, issue(3, 'd')];
    expect(membersOf(placed(issue(2, 'c'), { single: more, declinedTogether }))).toHaveLength(3);
  });
});
