/** The twelve default task forces: code and name as in domain.md 3.1; those founded since are told by their code. */
export const TASK_FORCES: Readonly<Record<string, string>> = {
  COORDINATION: '综合协调',
  LABOUR: '用工协调',
  LOGISTICS: '物流协调',
  FINANCE: '金融协调',
  SUPPLY_CHAIN: '产业链配套',
  EPIDEMIC_PREVENTION: '复工企业防疫',
  TESTING: '核酸检测',
  PASSAGE: '人员通行',
  MATERIALS: '防疫物资',
  POLICY: '政策兑现',
  APPROVAL: '审批备案',
  PROJECT: '项目建设',
};
