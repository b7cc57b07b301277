export interface DemoTown {
  /** statistical code of the division, 9 digits */
  readonly code: string;
  readonly name: string;
  /** how many of 1,000 demonstration firms are here */
  readonly weight: number;
}

/** The 18 towns of Ninghai county, by the codes for statistics (统计用区划代码), in which 103 is vacant. */
export const towns: readonly DemoTown[] = [
  { code: '330226001', name: '跃龙街道', weight: 190 },
  { code: '330226002', name: '桃源街道', weight: 130 },
  { code: '330226003', name: '梅林街道', weight: 105 },
  { code: '330226004', name: '桥头胡街道', weight: 75 },
  { code: '330226101', name: '长街镇', weight: 60 },
  { code: '330226102', name: '力洋镇', weight: 40 },
  { code: '330226104', name: '一市镇', weight: 22 },
  { code: '330226105', name: '岔路镇', weight: 32 },
  { code: '330226106', name: '前童镇', weight: 28 },
  { code: '330226107', name: '桑洲镇', weight: 14 },
  { code: '330226108', name: '黄坛镇', weight: 55 },
  { code: '330226109', name: '大佳何镇', weight: 35 },
  { code: '330226110', name: '强蛟镇', weight: 26 },
  { code: '330226111', name: '西店镇', weight: 100 },
  { code: '330226112', name: '深甽镇', weight: 28 },
  { code: '330226200', name: '胡陈乡', weight: 14 },
  { code: '330226201', name: '茶院乡', weight: 24 },
  { code: '330226202', name: '越溪乡', weight: 22 },
];

const codes = new Map(towns.map(({ name, code }) => [name, code]));

/** The code of the town with exactly this name, or undefined. */
export function townCodeOf(name: string): string | undefined {
  return codes.get(name);
}
