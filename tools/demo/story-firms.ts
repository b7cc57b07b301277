import { sizeOf } from './demo-firm.ts';
import type { DemoFirm } from './demo-firm.ts';
import { townCodeOf } from './towns.ts';

type Row = readonly [
  creditCode: string,
  name: string,
  town: string,
  industry: string,
  employees: number,
  street: string,
];

/** Block MAX, like MAY of the drawn ones, was never given out. Letters as in domain.md, section 9. */
const rows = {
  // (a) 14 February: tests for returning staff
  carPartsMaker: ['91330226MAX000015B', '宁波槿川汽车零部件股份有限公司', '桥头胡街道', 'C', 1860, '工业路38号'],
  testingMoulds: ['91330226MAX0000236', '宁海箬舟模具有限公司', '梅林街道', 'C', 420, '兴海路75号'],
  testingLamps: ['91330226MAX0000311', '宁波荻汀照明电器有限公司', '西店镇', 'C', 760, '创业路112号'],
  testingStationery: ['91330226MAX00004XQ', '宁海芷原文具有限公司', '黄坛镇', 'C', 310, '滨溪路149号'],
  testingRubber: ['91330226MAX000058Q', '宁海筠塘橡塑有限公司', '桥头胡街道', 'C', 185, '环城路186号'],
  testingPrecisionMoulds: ['91330226MAX000066K', '宁波砚汀精密模具有限公司', '跃龙街道', 'C', 240, '科技路26号'],
  testingFood: ['91330226MAX000074E', '宁海霁舟食品有限公司', '长街镇', 'C', 96, '振兴路63号'],
  // (b) early February: stopped at the village gates
  gateHardware: ['91330226MAX0000829', '宁海樾禾五金制品厂', '深甽镇', 'C', 48, '工业路100号'],
  gatePlastics: ['91330226MAX0000904', '宁海苇渚塑料制品有限公司', '力洋镇', 'C', 132, '兴海路137号'],
  gateCarParts: ['91330226MAX000103R', '宁波竺岭汽车配件有限公司', '西店镇', 'C', 265, '创业路174号'],
  gateStationery: ['91330226MAX000111L', '宁海葵屿文教用品有限公司', '梅林街道', 'C', 88, '滨溪路14号'],
  gateFasteners: ['91330226MAX00012XC', '宁海杉汀紧固件厂', '岔路镇', 'C', 35, '环城路51号'],
  gateLamps: ['91330226MAX000138C', '宁海筱渚灯饰有限公司', '大佳何镇', 'C', 120, '科技路88号'],
  gateSeafood: ['91330226MAX0001467', '宁海蒲原水产食品有限公司', '越溪乡', 'C', 64, '振兴路125号'],
  gateMoulding: ['91330226MAX0001542', '宁海鹭塘塑料模具有限公司', '茶院乡', 'C', 57, '工业路162号'],
  gateOrchard: ['93330226MAX000162N', '宁海栖禾果蔬专业合作社', '胡陈乡', 'A', 18, '兴海路2号'],
  // (c) two hotline calls
  disinfectantSeeker: ['91330226MAX000170P', '宁海澄葵塑胶有限公司', '前童镇', 'C', 150, '创业路39号'],
  sichuanWorkersEmployer: ['91330226MAX000189L', '宁海岚渚压铸模具有限公司', '梅林街道', 'C', 268, '滨溪路76号'],
  // (d) 14 February: the county's own iron rules
  ironRulesPens: ['91330226MAX000197F', '宁海晏塘笔业有限公司', '桃源街道', 'C', 210, '环城路113号'],
  ironRulesCarTrim: ['91330226MAX00020X0', '宁波珩渚汽车饰件有限公司', '桥头胡街道', 'C', 540, '科技路150号'],
  ironRulesHardware: ['91330226MAX0002180', '宁海栎舟五金工具有限公司', '黄坛镇', 'C', 75, '振兴路187号'],
  ironRulesLogistics: ['91330226MAX000226T', '宁海翊汀物流有限公司', '跃龙街道', 'G', 46, '工业路27号'],
  // (e) seven firms with boards
  qiangjiaoForgetsMasks: ['91330226MAX000234M', '宁海屿汀五金制品有限公司', '强蛟镇', 'C', 86, '兴海路64号'],
  qiangjiaoShutDown: ['91330226MAX000242G', '宁海汐原塑料制品厂', '强蛟镇', 'C', 27, '创业路101号'],
  qiangjiaoSeafood: ['91330226MAX000250B', '宁海蛟渚水产食品有限公司', '强蛟镇', 'C', 140, '滨溪路138号'],
  qiangjiaoLamps: ['91330226MAX0002698', '宁海岬舟灯具有限公司', '强蛟镇', 'C', 61, '环城路175号'],
  qiangjiaoCarParts: ['91330226MAX0002773', '宁波礁原汽车零部件有限公司', '强蛟镇', 'C', 320, '科技路15号'],
  qiangjiaoMoulds: ['91330226MAX000285X', '宁海潮汀模具厂', '强蛟镇', 'C', 22, '振兴路52号'],
  qiangjiaoBuildingMaterials: ['91330226MAX000293Q', '宁海鸥塘建材有限公司', '强蛟镇', 'F', 12, '工业路89号'],
  // others of those days
  disinfectantToys: ['91330226MAX000306E', '宁海笙渚玩具有限公司', '力洋镇', 'C', 105, '兴海路126号'],
  disinfectantCanteen: ['91330226MAX0003149', '宁海芸箬团膳服务有限公司', '桃源街道', 'H', 33, '创业路163号'],
  charterBusElectrics: ['91330226MAX0003224', '宁波霁岭电器有限公司', '西店镇', 'C', 680, '滨溪路3号'],
  charterBusHardware: ['91330226MAX000330Y', '宁海垣溪五金制品有限公司', '黄坛镇', 'C', 155, '环城路40号'],
  truckFreight: ['91330226MAX000349U', '宁海骧渚货运有限公司', '梅林街道', 'G', 58, '科技路77号'],
  truckLogistics: ['91330226MAX000357N', '宁海帆岑物流有限公司', '西店镇', 'G', 72, '振兴路114号'],
  cornerShop: ['92330226MAX000365E', '宁海县跃龙荻沐便利店', '跃龙街道', 'F', 3, '工业路151号'],
  seafoodStall: ['92330226MAX0003739', '宁海县桃源箬溪海鲜排档', '桃源街道', 'H', 9, '兴海路188号'],
  softwareHouse: ['91330226MAX0003817', '宁波芸序软件有限公司', '跃龙街道', 'I', 40, '创业路28号'],
  builder: ['91330226MAX00039XY', '宁海垣岱建筑工程有限公司', '桃源街道', 'E', 380, '滨溪路65号'],
  officeServices: ['91330226MAX000402P', '宁海芸棠商务服务有限公司', '跃龙街道', 'L', 12, '环城路102号'],
} as const satisfies Record<string, Row>;

function told([creditCode, name, town, industry, employees, street]: Row): DemoFirm {
  const townCode = townCodeOf(town);
  if (townCode === undefined) throw new Error(`story firm ${name}: no town is called ${town}`);
  return {
    creditCode,
    name,
    townCode,
    industry,
    size: sizeOf(employees),
    employees,
    address: `宁海县${town}${street}`,
  };
}

export type StoryFirmName = keyof typeof rows;

/** The firms of the story of the first days, by their part in it; their codes never change. */
export const storyFirms = Object.fromEntries(
  Object.entries(rows).map(([part, row]) => [part, told(row)]),
) as unknown as Readonly<Record<StoryFirmName, DemoFirm>>;
