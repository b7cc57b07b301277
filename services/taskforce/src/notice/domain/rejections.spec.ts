import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { taskRejections } from '../../task/domain/rejections.ts';
import { noticeRejections, supervisionRejections } from './rejections.ts';

async function enumOf(file: string, name: string): Promise<string[]> {
  const { definitions } = parse(await readFile(new URL(`../${file}`, import.meta.url), 'utf8'));
  const found = definitions.find((type) => type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === name);
  return found?.kind === Kind.ENUM_TYPE_DEFINITION ? (found.values ?? []).map((value) => value.name.value) : [];
}

describe('the graph and the rules know the same', () => {
  it.each([
    ['urging-notice.graphql', 'UrgingNoticeRejectionCode', Object.keys(noticeRejections)],
    ['supervision.graphql', 'SupervisionRejectionCode', Object.keys(supervisionRejections)],
  ])('%s: %s', async (file, name, known) => {
    expect(await enumOf(file, name)).toEqual(known);
  });

  it('and say the same of a task as the task itself', () => {
    for (const code of ['TASK_NOT_FOUND', 'TASK_STATUS_FORBIDS_MOVE'] as const)
      expect([noticeRejections[code], supervisionRejections[code]]).toEqual([
        taskRejections[code],
        taskRejections[code],
      ]);
  });
});
