import type { Registration } from './demo-credit-code.ts';

export interface Trade {
  /** a code of `industries` */
  readonly industry: string;
  /** lines of business, as they stand in a company's name */
  readonly lines: readonly string[];
  /** how many of 1,000 large, medium, small and micro firms do it */
  readonly perMille: readonly [large: number, medium: number, small: number, micro: number];
  /** what firms that are no company are called, their registration, and how many of 100 micro firms they are */
  readonly humble?: {
    readonly words: readonly string[];
    readonly registration: Registration;
    readonly percent: number;
  };
}

/** What the county's demonstration firms do; in manufacturing by division of the standard. */
export const trades: readonly Trade[] = [
  {
    industry: 'A',
    lines: ['农业开发', '生态农业', '茶业', '果蔬'],
    perMille: [0, 10, 20, 35],
    humble: { words: ['果蔬专业合作社', '柑橘专业合作社', '茶叶专业合作社'], registration: '93', percent: 70 },
  },
  {
    industry: 'A',
    lines: ['水产养殖', '海水养殖', '渔业'],
    perMille: [0, 5, 15, 15],
    humble: { words: ['水产专业合作社', '蛏子专业合作社', '青蟹专业合作社'], registration: '93', percent: 60 },
  },
  {
    industry: 'C',
    lines: ['食品', '水产食品', '冷冻食品', '粮油'],
    perMille: [35, 40, 35, 15],
    humble: { words: ['食品厂', '豆制品厂', '水产加工厂'], registration: '91', percent: 45 },
  },
  {
    industry: 'C',
    lines: ['文具', '文教用品', '办公用品', '笔业', '玩具', '体育用品'],
    perMille: [220, 150, 100, 50],
    humble: { words: ['文具厂', '制笔厂', '玩具厂'], registration: '91', percent: 50 },
  },
  {
    industry: 'C',
    lines: ['塑料制品', '橡塑', '塑胶', '注塑'],
    perMille: [60, 90, 95, 55],
    humble: { words: ['塑料制品厂', '注塑厂', '橡胶制品厂'], registration: '91', percent: 55 },
  },
  {
    industry: 'C',
    lines: ['五金制品', '紧固件', '金属制品', '标准件', '五金工具'],
    perMille: [90, 110, 105, 80],
    humble: { words: ['五金厂', '五金制品厂', '标准件厂', '冲件厂'], registration: '91', percent: 60 },
  },
  {
    industry: 'C',
    lines: ['模具', '精密模具', '压铸模具', '塑料模具', '自动化设备'],
    perMille: [110, 150, 150, 90],
    humble: { words: ['模具厂', '精密模具厂', '模具加工厂'], registration: '91', percent: 55 },
  },
  {
    industry: 'C',
    lines: ['汽车零部件', '汽车配件', '汽车饰件', '汽车电器'],
    perMille: [240, 160, 85, 20],
    humble: { words: ['汽车配件厂', '汽车饰件厂'], registration: '91', percent: 40 },
  },
  {
    industry: 'C',
    lines: ['灯具', '照明电器', '灯饰', '电器', '电机'],
    perMille: [150, 130, 100, 40],
    humble: { words: ['灯具厂', '电器厂', '灯饰配件厂'], registration: '91', percent: 45 },
  },
  { industry: 'E', lines: ['建设', '建筑工程', '市政园林'], perMille: [70, 70, 50, 30] },
  {
    industry: 'F',
    lines: ['贸易', '商贸', '建材', '进出口'],
    perMille: [0, 10, 45, 130],
    humble: { words: ['建材经营部', '五金商行', '水产批发部', '日用品商行'], registration: '92', percent: 40 },
  },
  {
    industry: 'F',
    lines: ['电子商务', '百货', '医药零售', '汽车销售'],
    perMille: [0, 10, 45, 160],
    humble: { words: ['便利店', '食品店', '服装店', '文具店', '水果店', '五金店'], registration: '92', percent: 88 },
  },
  {
    industry: 'G',
    lines: ['物流', '货运', '汽车运输'],
    perMille: [0, 15, 45, 45],
    humble: { words: ['货运部', '配载服务部', '快运服务部'], registration: '92', percent: 50 },
  },
  {
    industry: 'H',
    lines: ['餐饮管理', '餐饮服务', '团膳服务'],
    perMille: [0, 5, 30, 85],
    humble: { words: ['小吃店', '面馆', '餐馆', '海鲜排档', '快餐店'], registration: '92', percent: 90 },
  },
  { industry: 'I', lines: ['软件', '网络科技', '信息技术'], perMille: [0, 5, 15, 20] },
  { industry: 'L', lines: ['企业管理', '商务服务', '人力资源', '广告'], perMille: [15, 15, 25, 35] },
  {
    industry: 'O',
    lines: ['汽车维修', '机电维修'],
    perMille: [0, 5, 10, 35],
    humble: { words: ['汽车修理店', '家电维修部', '轮胎店'], registration: '92', percent: 85 },
  },
  { industry: 'B', lines: ['矿业', '石料'], perMille: [0, 2, 3, 3] },
  { industry: 'D', lines: ['水务', '热力', '光伏发电'], perMille: [5, 3, 3, 2] },
  { industry: 'K', lines: ['物业管理', '置业', '房产经纪'], perMille: [5, 5, 6, 12] },
  { industry: 'M', lines: ['检测技术', '工程设计', '技术服务'], perMille: [0, 3, 6, 13] },
  { industry: 'N', lines: ['环境工程', '保洁服务'], perMille: [0, 2, 4, 6] },
  { industry: 'P', lines: ['教育咨询', '职业培训'], perMille: [0, 2, 4, 12] },
  { industry: 'R', lines: ['文化传媒', '旅游开发', '体育文化'], perMille: [0, 3, 4, 12] },
];
