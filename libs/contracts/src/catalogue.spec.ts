import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z, ZodError } from 'zod';
import { announced, everything } from '../test/samples.ts';
import { catalogue } from './catalogue.ts';
import type { EventDefinition } from './define-event.ts';
import { domains } from './fields.ts';
import { issueWrittenOff } from './intake/issue-written-off.ts';
import { subjectOf } from './subject.ts';
import { firmClockBreached } from './taskforce/firm-clock-breached.ts';
import { taskCancelled } from './taskforce/task-cancelled.ts';
import { taskTransferred } from './taskforce/task-transferred.ts';
import { taskWarned } from './taskforce/task-warned.ts';

const events = catalogue.map((event) => [event.type, event] as const);
const fieldsOf = (event: EventDefinition) => Object.keys(event.data.shape);
const fields = catalogue.flatMap((event) => fieldsOf(event).map((field) => [event.type, field, event] as const));

const isOptional = (event: EventDefinition, field: string) => event.data.shape[field] instanceof z.ZodOptional;

/** Events that are numbered with those of an aggregate that their noun is not. */
const ofAnother: Readonly<Record<string, string>> = {
  'taskforce.firm-clock.breached.v1': 'task',
  'taskforce.firm-clock.urged.v1': 'urging',
  'taskforce.common-task.urged.v1': 'urging',
  'taskforce.centre.urged.v1': 'urging',
  'taskforce.returned-task.urged.v1': 'urging',
  'taskforce.interview.urged.v1': 'urging',
  'intake.mutation.performed.v1': 'intake-mutation',
  'taskforce.mutation.performed.v1': 'taskforce-mutation',
  'inspection.mutation.performed.v1': 'inspection-mutation',
  'intake.job.performed.v1': 'intake-job',
  'taskforce.job.performed.v1': 'taskforce-job',
  'inspection.job.performed.v1': 'inspection-job',
  'taskforce.trail.sealed.v1': 'taskforce-trail',
  'inspection.trail.sealed.v1': 'inspection-trail',
};

const OF_A_PERSON =
  /name|phone|mobile|mail|address|reporter(?!Id)|note|text|words|birth|gender|card|passport|solution$/i;

describe('the catalogue', () => {
  it('holds every event that there is a file for, each once', () => {
    const files = globSync('{intake,taskforce,inspection}/*.ts', { cwd: import.meta.dirname }).filter(
      (file) => !file.endsWith('.spec.ts'),
    );
    const modules = catalogue
      .map(({ type }) => type.split('.'))
      .map(([service, entity, event]) => `${service}/${entity}-${event}.ts`);
    expect(modules.toSorted()).toEqual(files.map((file) => file.replaceAll('\\', '/')).toSorted());
  });

  it.each(events)('%s says what it means, in a sentence', (_type, event) => {
    expect(event.says).toMatch(/^.{20,160}\.$/);
  });

  it.each(fields)('%s has no personal data in %s', (_type, field) => {
    expect(field).not.toMatch(OF_A_PERSON);
  });

  it.each(['reporterName', 'phone', 'mobilePhone', 'contactEmail', 'address', 'note', 'text', 'idCard'])(
    'would not let %s pass',
    (field) => {
      expect(field).toMatch(OF_A_PERSON);
    },
  );
});

describe('announcing an event', () => {
  it('is of a kind of aggregate that no other service announces: who hears both tells them apart by it', () => {
    const kinds = Map.groupBy(catalogue, (event) => announced(event).aggregateType);
    const shared = [...kinds].filter(([, all]) => new Set(all.map(({ service }) => service)).size > 1);
    expect(shared.map(([kind]) => kind)).toEqual([]);
  });

  it.each(events)('%s names its service, its aggregate and whose business it is', (type, event) => {
    const [service, entity = ''] = type.split('.');
    const { data, aggregateId, ...rest } = announced(event);
    const department = 'domain' in event.data.shape ? 'supply-chain' : 'none';
    const aggregateType = ofAnother[type] ?? entity;
    expect({ service: event.service, rest }).toEqual({ service, rest: { type, aggregateType, department } });
    expect(Object.values(data).map(String)).toContain(aggregateId);
  });

  it.each([
    ['task', '01a1ffd7-9fde-75d7-a005-f0fd0c2d4995'],
    ['common-task', null],
  ])('of a task is numbered with the others of a %s', (aggregateType, issueId) => {
    const named = (event: EventDefinition) => Object.keys(event.data.shape);
    const ofEither = catalogue.filter((event) =>
      ['taskId', 'issueId', 'commonIssueId'].every((one) => named(event).includes(one)),
    );
    const ofTasks = ofEither.filter((event) => event !== taskCancelled && !named(event).includes('urgingNoticeId'));
    expect(ofTasks).toEqual(expect.arrayContaining([taskWarned, firmClockBreached, taskTransferred]));
    for (const event of ofTasks) expect(announced(event, { issueId }).aggregateType).toBe(aggregateType);
  });

  it.each(events)('%s puts onto the wire what its consumers read back', (_type, event) => {
    const wire: unknown = JSON.parse(JSON.stringify(announced(event).data));
    const read = event.data.parse(wire);
    const inUtc = Object.fromEntries(
      fieldsOf(event).map((field) => [field, everything[field as keyof typeof everything]]),
    );
    expect(wire).toEqual(
      JSON.parse(JSON.stringify(inUtc).replaceAll('2020-02-14T16:00:00+08:00', '2020-02-14T08:00:00.000Z')),
    );
    expect(JSON.parse(JSON.stringify(read))).toEqual(wire);
    for (const field of fieldsOf(event).filter((name) => /At$|^since$/.test(name)))
      expect(read[field]).toEqual(new Date('2020-02-14T08:00:00.000Z'));
  });

  it.each(fields.filter(([_type, field, event]) => !isOptional(event, field)))(
    '%s is refused without %s',
    (_type, field, event) => {
      expect(() => announced(event, { [field]: undefined })).toThrow(ZodError);
    },
  );

  it.each(fields)('%s is refused with another kind of value in %s', (_type, field, event) => {
    expect(() => announced(event, { [field]: { nothing: 'of ours' } })).toThrow(ZodError);
  });

  it.each(events)('%s does not carry a field that it does not know', (_type, event) => {
    expect(announced(event, { reporterPhone: '13800000000' }).data).not.toHaveProperty('reporterPhone');
  });

  it.each(events)('%s is understood with a field that a later release adds', (_type, event) => {
    const { data } = announced(event);
    expect(event.data.parse({ ...data, addedLater: 'value' })).toEqual(event.data.parse(data));
  });
});

describe('the subject of an event', () => {
  const withDomain = events.flatMap(([type, event]) => domains.map((domain) => [type, domain, event] as const));

  it.each(withDomain)('%s about %s has seven tokens of a-z, 0-9 and -', (_type, domain, event) => {
    const tokens = subjectOf(announced(event, { domain })).split('.');
    expect(tokens).toHaveLength(7);
    expect(tokens.every((token) => /^[a-z0-9-]+$/.test(token))).toBe(true);
  });

  it('of an issue without a domain is the business of none', () => {
    expect(subjectOf(announced(issueWrittenOff as never, { domain: null }))).toBe(
      'county.intake.issue.written-off.v1.none.p04',
    );
  });
});

describe('the module of an event', () => {
  it.each(events)('%s is where its type says', (type) => {
    const [service, entity, event] = type.split('.');
    expect(existsSync(join(import.meta.dirname, `${service}/${entity}-${event}.ts`))).toBe(true);
  });
});
