import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { domains, natures, urgencies } from '@qifutong/contracts/fields';
import { Kind, parse } from 'graphql';
import { clockKinds } from '../../clock/domain/clock.ts';
import { taskRejections } from './rejections.ts';
import { taskStatuses } from './task.ts';

async function enumOf(name: string): Promise<string[]> {
  const { definitions } = parse(await readFile(new URL('../task.graphql', import.meta.url), 'utf8'));
  const found = definitions.find((type) => type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === name);
  return found?.kind === Kind.ENUM_TYPE_DEFINITION ? (found.values ?? []).map((value) => value.name.value) : [];
}

describe('the graph and the rules know the same', () => {
  it.each([
    ['TaskRejectionCode', Object.keys(taskRejections)],
    ['TaskStatus', taskStatuses],
    ['ClockKind', clockKinds],
    ['Nature', natures],
    ['Domain', domains],
    ['Urgency', urgencies],
  ])('%s', async (name, known) => {
    expect(await enumOf(name)).toEqual(known);
  });
});
