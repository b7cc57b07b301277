import { describe, expect, it } from '@jest/globals';
import { aFirm, creditCodeOf } from '../../../test/builders.ts';
import { sound } from '../sound.ts';
import { candidates } from './candidates.ts';

const heard = { firmName: '澄隆文具', townCode: '330226110' };
const firm = (n: number, name: string, what: object = {}) => aFirm({ creditCode: creditCodeOf(n), name, ...what });

describe('the firms that a name as heard may mean', () => {
  it('are named the likeliest first, each with what speaks for it', () => {
    const firms = [
      firm(1, '宁海澄隆塑胶有限公司'),
      firm(2, '宁海城隆文具有限公司', { townCode: '330226111' }),
      firm(3, '宁海三号厂', { townCode: '330226111', aliases: ['老三', '澄隆文具'] }),
    ];
    expect(candidates(heard, firms, sound)).toEqual([
      { creditCode: creditCodeOf(3), score: 1, evidence: ['所报名称“澄隆文具”与别名“澄隆文具”相同'] },
      { creditCode: creditCodeOf(2), score: 0.9, evidence: ['所报名称“澄隆文具”与登记名称“宁海城隆文具有限公司”相近'] },
    ]);
  });

  it('are shown for a person to decide where only a part of the trade agrees', () => {
    const said = { firmName: '宁波槿川汽车配件厂', townCode: null };
    const [parts, plastics] = [firm(1, '宁波槿川汽车零部件股份有限公司'), firm(2, '宁波槿川塑胶有限公司')];
    const evidence = ['所报名称“宁波槿川汽车配件厂”与登记名称“宁波槿川汽车零部件股份有限公司”相近'];
    expect(candidates(said, [plastics, parts], sound)).toEqual([
      { creditCode: creditCodeOf(1), score: 0.57, evidence },
    ]);
  });

  it('are ordered by their town where they are equally likely, and no more than five', () => {
    const firms = [1, 2, 3, 4, 5, 6].map((n) =>
      firm(n, '澄隆文具厂', { townCode: n === 6 ? '330226110' : '330226111' }),
    );
    const found = candidates(heard, firms, sound);
    expect(found.map(({ creditCode }) => creditCode)).toEqual([6, 1, 2, 3, 4].map(creditCodeOf));
    expect(found[0]!.evidence).toEqual(['所报名称“澄隆文具”与登记名称“澄隆文具厂”相近', '乡镇(街道)相同']);
  });
});
