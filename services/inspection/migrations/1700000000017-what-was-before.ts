import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A light keeps when it became another one, an enrolment the towns that the firm was of. */
const schema = `
  alter table light add changed_at timestamptz(3);
  update light set changed_at = since;

  alter table enrolment add former_towns jsonb not null default '[]' constraint enrolment_former_towns_check
    check (jsonb_typeof(former_towns) = 'array');
  update enrolment set former_towns = moved.towns from (
    select aggregate_id, jsonb_agg(jsonb_build_object(
      'townCode', event #> '{data,formerTownCode}', 'until', event #> '{data,movedAt}') order by version) as towns
    from event_log where aggregate_type = 'enrolment' and event ->> 'type' = 'inspection.enrolment.moved.v1' group by 1) moved
  where moved.aggregate_id = enrolment.credit_code;
`;

export class WhatWasBefore1700000000017 implements MigrationInterface {
  name = 'WhatWasBefore1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
