import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The default twelve rules (自主管理制度): code, Chinese, English, in the order of the list. */
const rules = [
  ['TEMPERATURE_TAKEN', '每班上岗前测量体温', 'Temperature is taken at every shift start'],
  ['MASKS_WORN', '全员佩戴口罩', 'Masks are worn'],
  ['WORKPLACES_DISINFECTED', '工作场所按时消毒', 'Workplaces are disinfected'],
  ['HEALTH_FILES_KEPT', '员工健康档案一人一档', 'Every member of staff has a health file'],
  ['ISOLATION_OBSERVED', '返岗人员落实隔离观察', "Returnees' isolation is observed"],
  ['VISITORS_REGISTERED', '外来人员和车辆登记', 'Visitors and vehicles are registered'],
  ['CANTEEN_IN_SHIFTS', '食堂错峰、分开就座', 'The canteen serves in shifts and at separate seats'],
  ['DISTANCE_KEPT', '避免聚集、保持距离', 'Gatherings are avoided and distance is kept'],
  ['SUPPLIES_IN_STOCK', '防疫物资储备不少于 7 天', 'Protective supplies for 7 days are in stock'],
  ['ISOLATION_ROOM_READY', '设有隔离室', 'An isolation room is ready'],
  ['DAILY_REPORT_MADE', '落实每日报告', 'The daily report is made'],
  ['EMERGENCY_PLAN_POSTED', '应急预案和责任人上墙', 'The emergency plan and the person in charge are posted'],
] as const;

const schema = `
  create table rulebook (
    version int primary key check (version > 0),
    in_force_from date not null unique,
    not_applicable_at_most int not null check (not_applicable_at_most >= 0),
    red_at_run int not null check (red_at_run > 0)
  );

  create table rule (
    version int not null references rulebook,
    code text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
    position int not null check (position > 0),
    title_zh text not null check (title_zh <> ''),
    title_en text not null check (title_en <> ''),
    primary key (version, code),
    unique (version, position)
  );

  create table enrolment (
    credit_code text primary key check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    town_code text check (town_code ~ '^[0-9]{9}$'),
    enrolled_at timestamptz(3) not null,
    enrolled_by text not null check (enrolled_by <> '')
  );

  create table inspection (
    id uuid primary key,
    version int not null check (version > 0),
    credit_code text not null references enrolment,
    town_code text check (town_code ~ '^[0-9]{9}$'),
    rulebook_version int not null references rulebook,
    performed_at timestamptz(3) not null,
    received_at timestamptz(3) not null,
    inspectors text[] not null check (cardinality(inspectors) > 0),
    results jsonb not null check (jsonb_typeof(results) = 'array' and jsonb_array_length(results) > 0),
    passed boolean not null,
    voided_at timestamptz(3),
    check (performed_at <= received_at)
  );
  create index inspection_newest on inspection (performed_at desc, id desc);
  create index inspection_of_firm on inspection (credit_code, performed_at desc, id desc);
  create index inspection_by_outcome on inspection (passed, performed_at desc, id desc);
  create index inspection_by_town on inspection (town_code, performed_at desc, id desc);

  create table light (
    credit_code text primary key references enrolment,
    version int not null check (version >= 0),
    colour text check (colour in ('GREEN', 'YELLOW', 'RED')),
    run int check (run >= 0),
    since timestamptz(3),
    condition text check (condition in ('NORMAL', 'INTERVIEW_DUE', 'INTERVIEW_HELD', 'SHUTDOWN_DRAFTED', 'SHUT_DOWN')),
    caused_by uuid references inspection,
    check (num_nulls(colour, run, since, condition, caused_by) in (0, 5)),
    check ((colour = 'RED') = (condition <> 'NORMAL')),
    check ((colour = 'GREEN') = (run = 0))
  );
`;

export class Inspection1700000000001 implements MigrationInterface {
  name = 'Inspection1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
    await runner.query(
      `insert into rulebook (version, in_force_from, not_applicable_at_most, red_at_run) values (1, '2020-01-01', 3, 3)`,
    );
    await runner.query(
      `insert into rule (version, code, position, title_zh, title_en)
       select 1, code, position, title_zh, title_en
       from unnest($1::text[], $2::text[], $3::text[]) with ordinality as r (code, title_zh, title_en, position)`,
      [rules.map((rule) => rule[0]), rules.map((rule) => rule[1]), rules.map((rule) => rule[2])],
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
