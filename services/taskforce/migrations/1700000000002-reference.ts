import type { MigrationInterface, QueryRunner } from 'typeorm';

const departments = [
  ['COUNTY_OFFICE', '县政府办公室'],
  ['HUMAN_RESOURCES', '县人力资源和社会保障局'],
  ['TRANSPORT', '县交通运输局'],
  ['FINANCE_OFFICE', '县金融发展服务中心'],
  ['ECONOMY', '县经济和信息化局'],
  ['HEALTH', '县卫生健康局'],
  ['EPIDEMIC_OFFICE', '县疫情防控工作领导小组办公室'],
  ['POLICE', '县公安局'],
  ['COMMERCE', '县商务局'],
  ['TREASURY', '县财政局'],
  ['GOVERNMENT_SERVICES', '县政务服务办公室'],
  ['DEVELOPMENT', '县发展和改革局'],
] as const;

/** Code (that of the domain that it covers, except for COORDINATION), name, lead department, founding reason. */
const taskForces = [
  ['COORDINATION', '综合协调', 'COUNTY_OFFICE', '承办其他专班未覆盖的问题,协调跨专班事项'],
  ['LABOUR', '用工协调', 'HUMAN_RESOURCES', '企业用工缺口、员工返岗'],
  ['LOGISTICS', '物流协调', 'TRANSPORT', '原料和产品运输受阻'],
  ['FINANCE', '金融协调', 'FINANCE_OFFICE', '企业资金周转、贷款到期'],
  ['SUPPLY_CHAIN', '产业链配套', 'ECONOMY', '上下游配套企业未复工'],
  ['EPIDEMIC_PREVENTION', '复工企业防疫', 'HEALTH', '复工企业防疫措施落实'],
  ['TESTING', '核酸检测', 'EPIDEMIC_OFFICE', '返岗员工核酸检测需求'],
  ['PASSAGE', '人员通行', 'POLICE', '返岗人员和车辆在村口、卡口受阻'],
  ['MATERIALS', '防疫物资', 'COMMERCE', '口罩、消毒液等防疫物资短缺'],
  ['POLICY', '政策兑现', 'TREASURY', '惠企政策兑现'],
  ['APPROVAL', '审批备案', 'GOVERNMENT_SERVICES', '复工审批、备案'],
  ['PROJECT', '项目建设', 'DEVELOPMENT', '重点项目开工、复工'],
] as const;

async function insert(
  runner: QueryRunner,
  into: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const width = rows[0]!.length;
  const values = rows.map((row, i) => `(${row.map((_, j) => `$${i * width + j + 1}`).join(', ')})`);
  await runner.query(`insert into ${into} values ${values.join(', ')}`, rows.flat());
}

/** The county's departments and 12 task forces, who gets what, and the first version of the time limits. */
export class Reference1700000000002 implements MigrationInterface {
  name = 'Reference1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    const covered = taskForces.map(([code]) => code).filter((code) => code !== 'COORDINATION');
    await insert(runner, 'department (code, name)', departments);
    await insert(runner, 'task_force (code, name, lead_department_code, founding_reason)', taskForces);
    await insert(
      runner,
      'task_force_domain (task_force_code, domain)',
      covered.map((code) => [code, code]),
    );
    await insert(
      runner,
      'routing_rule (position, domain, task_force_code)',
      covered.map((code, i) => [i + 1, code, code]),
    );
    await insert(runner, 'sla_policy (version, position, urgency, accept_within, solve_within)', [
      [1, 1, 'URGENT', 'PT30M', 'PT8H'],
      [1, 2, null, 'PT2H', 'PT24H'],
    ]);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
