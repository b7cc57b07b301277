import { describe, expect, it } from '@jest/globals';
import { Rejection } from '@qifutong/kernel/rejection';
import { z } from 'zod';
import { answer, shaped } from './answer.ts';
import { optionalWords, words } from './shape.ts';

describe('the answer of a mutation', () => {
  it('is the thing when it went well', async () => {
    expect(await answer('Task', 'TaskRejection', () => Promise.resolve({ id: '1' }))).toEqual({
      __typename: 'Task',
      id: '1',
    });
  });

  it('is the rejection as data when a rule said no', async () => {
    const refused = () => Promise.reject(new Rejection('TASK_NOT_WAITING', '任务不在待接状态', 'taskId'));
    expect(await answer('Task', 'TaskRejection', refused)).toEqual({
      __typename: 'TaskRejection',
      code: 'TASK_NOT_WAITING',
      message: '任务不在待接状态',
      field: 'taskId',
    });
  });

  it('is none when something broke', async () => {
    await expect(answer('Task', 'TaskRejection', () => Promise.reject(new TypeError('no connection')))).rejects.toThrow(
      'no connection',
    );
  });
});

const shape = z.object({ text: words(5), note: optionalWords(3), kind: z.enum(['A', 'B']).nullish() });

function refusal(input: object): [string, string | null, string] {
  try {
    shaped(shape, { text: '口罩', ...input });
  } catch (cause) {
    if (cause instanceof Rejection) return [cause.code, cause.field, cause.message];
  }
  return ['none', null, ''];
}

describe('the shape of an input', () => {
  it.each([
    ['blank words', { text: ' \n\t' }, ['FIELD_REQUIRED', 'text', 'text 不能为空']],
    ['empty words', { text: '' }, ['FIELD_REQUIRED', 'text', 'text 不能为空']],
    ['missing words', { text: undefined }, ['FIELD_MALFORMED', 'text', 'text 格式不正确']],
    ['too long words', { text: '口罩口罩口罩' }, ['FIELD_TOO_LONG', 'text', 'text 过长,最多 5 个字符']],
    ['words with a NUL', { text: 'a\u0000b' }, ['FIELD_MALFORMED', 'text', 'text 格式不正确']],
    ['half a character', { text: 'a\ud83d' }, ['FIELD_MALFORMED', 'text', 'text 格式不正确']],
    ['too long optional words', { note: '一二三四' }, ['FIELD_TOO_LONG', 'note', 'note 过长,最多 3 个字符']],
    ['optional words with a NUL', { note: '\u0000' }, ['FIELD_MALFORMED', 'note', 'note 格式不正确']],
    ['an unknown value', { kind: 'C' }, ['FIELD_MALFORMED', 'kind', 'kind 格式不正确']],
    ['a number for words', { text: 5 }, ['FIELD_MALFORMED', 'text', 'text 格式不正确']],
  ])('is refused with %s', (_title, input, said) => {
    expect(refusal(input)).toEqual(said);
  });

  it.each([
    ['exactly as long as it may be', { text: '口罩口罩口' }, { text: '口罩口罩口', note: null }],
    [
      'of characters beyond the basic plane, each counted once',
      { text: '😷😷😷😷😷' },
      { text: '😷😷😷😷😷', note: null },
    ],
    ['with blanks around, which are kept', { text: ' 口罩 ' }, { text: ' 口罩 ', note: null }],
    ['with optional words, whose blanks are not', { text: '口罩', note: ' 急 ' }, { text: '口罩', note: '急' }],
    ['with blank optional words, which are none', { text: '口罩', note: '  ' }, { text: '口罩', note: null }],
  ])('is accepted %s', (_title, input, output) => {
    expect(shaped(shape, input)).toEqual(output);
  });

  it('names a nested field by its path', () => {
    const nested = z.object({ items: z.array(z.object({ rule: words(3) })) });
    expect(() => shaped(nested, { items: [{ rule: 'R1' }, { rule: '' }] })).toThrow('items.1.rule 不能为空');
  });
});
