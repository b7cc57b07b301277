import { describe, expect, it } from '@jest/globals';
import { sound } from '../sound.ts';
import { firmNameKey, likelyName, readFirmName, SAME_FIRM_SCORE, sameFirmName } from './firm-name.ts';

const score = (a: string, b: string) => sameFirmName(a, b, sound);

describe("a firm's name", () => {
  it.each([
    ['宁海县澄隆文具有限公司', { region: '宁海', brand: '澄隆', trade: '文具', form: '有限公司' }],
    ['澄隆文具', { region: '', brand: '澄隆', trade: '文具', form: '' }],
    ['浙江省宁波市宁海县西店镇长砾五金厂', { region: '宁海', brand: '长砾', trade: '五金', form: '厂' }],
    ['宁波卓霖建设集团有限责任公司', { region: '宁波', brand: '卓霖', trade: '建设', form: '集团有限责任公司' }],
    ['长砾(宁海)五金股份有限公司', { region: '', brand: '长砾', trade: '五金', form: '股份有限公司' }],
    [' 宁海 长汐“蛏子”专业合作社 ', { region: '宁海', brand: '长汐', trade: '蛏子', form: '专业合作社' }],
    ['宁海公司', { region: '', brand: '宁海', trade: '', form: '公司' }],
    ['', { region: '', brand: '', trade: '', form: '' }],
  ])('is taken apart: %s', (name, parts) => {
    expect(readFirmName(name)).toEqual(parts);
  });
});

describe('two names mean one firm', () => {
  it.each([
    ['the same', '宁海长砾五金有限公司', '宁海长砾五金有限公司', 1],
    ['without place and form', '长砾五金', '宁海县长砾五金有限公司', 1],
    ['as a factory', '宁海长砾食品厂', '宁海长砾食品有限公司', 0.95],
    ['misheard', '宁海长励五金厂', '宁海长砾五金厂', 0.9],
    ['abbreviated in its middle', '长砾汽运公司', '宁海长砾汽车运输有限公司', 0.9],
    ['without the first part of its trade', '长砾线束', '宁波长砾汽车线束有限公司', 0.9],
    ['abbreviated and as a factory', '长砾乐器厂', '宁海长砾乐器配件有限公司', 0.855],
    ['misheard and abbreviated', '宁海长励乐器厂', '宁海长砾乐器配件厂', 0.81],
  ])('%s', (_title, a, b, expected) => {
    expect([score(a, b), score(b, a), expected >= SAME_FIRM_SCORE]).toEqual([expected, expected, true]);
  });
});

describe('two names are not taken for one firm', () => {
  it.each([
    ['another trade', '宁海澄隆文具有限公司', '宁海澄隆塑胶有限公司', 0],
    ['a brand that only looks alike', '宁海舜烁五金厂', '宁海舜砾五金厂', 0],
    ['a trade that only looks alike', '宁海晟卓文体用品厂', '宁海晟卓文教用品厂', 0],
    ['another tone', '宁海长利五金厂', '宁海昌丽五金厂', 0.75],
    ['another place', '宁海长砾五金厂', '宁波长砾五金厂', 0.75],
    ['a cooperative and a company', '宁海长汐蛏子专业合作社', '宁海长汐蛏子有限公司', 0.7],
    ['the brand alone', '长砾', '宁海长砾五金厂', 0.7],
    ['no name', '', '', 0],
  ])('%s', (_title, a, b, expected) => {
    expect([score(a, b), score(b, a), expected < SAME_FIRM_SCORE]).toEqual([expected, expected, true]);
  });
});

describe('two names are shown to a person', () => {
  it.each([
    ['with a part of the trade', ['宁波槿川汽车配件厂', '宁波槿川汽车零部件股份有限公司'], [0.57, 0]],
    ['with the end of the trade', ['宁海晟卓文体用品厂', '宁海晟卓文教用品厂'], [0.6, 0]],
    ['as sure as ever where they mean one firm', ['宁海长励五金厂', '宁海长砾五金厂'], [0.9, 0.9]],
    ['not with one character of the trade', ['宁海澄隆文具有限公司', '宁海澄隆工具有限公司'], [0, 0]],
    ['not with another brand', ['宁海舜烁汽车配件厂', '宁海舜砾汽车零部件厂'], [0, 0]],
  ] as const)('%s', (_title, [a, b], [likely, same]) => {
    expect([likelyName(a, b, sound), likelyName(b, a, sound), score(a, b)]).toEqual([likely, likely, same]);
  });
});

describe('the key of a name', () => {
  it('is the same however the firm was heard, and another for another brand', () => {
    const keys = ['颖泰压铸', '宁海颍泰压铸有限公司', '宁波颍泰压铸件厂', '宁海远泰压铸有限公司'];
    expect(keys.map((name) => firmNameKey(name, sound))).toEqual(['ying tai', 'ying tai', 'ying tai', 'yuan tai']);
  });
});
