import { describe, expect, it } from '@jest/globals';
import { isDecided, orRejection, Rejection, rejections, shapeRejections } from './rejection.ts';

const reject = rejections({
  ...shapeRejections,
  TASK_NOT_WAITING: '任务 {number} 不在待接状态',
  TASK_CLOSED: '任务已结束',
});

const said = ({ code, message, field }: Rejection) => ({ code, message, field });

describe('a rejection', () => {
  it('has a stable code and a sentence for people', () => {
    expect(said(reject('TASK_CLOSED'))).toEqual({ code: 'TASK_CLOSED', message: '任务已结束', field: null });
  });

  it('says what it is about', () => {
    expect(reject('TASK_NOT_WAITING', { number: '20200214-0042' }).message).toBe('任务 20200214-0042 不在待接状态');
  });

  it('names the field at fault', () => {
    const refused = reject('FIELD_TOO_LONG', { field: 'note', limit: 2000 });
    expect(said(refused)).toEqual({ code: 'FIELD_TOO_LONG', message: 'note 过长,最多 2000 个字符', field: 'note' });
  });

  it('leaves a name in braces that nobody told', () => {
    expect(reject('TASK_NOT_WAITING').message).toBe('任务 {number} 不在待接状态');
  });

  it('takes what it is told as text, not as a pattern', () => {
    expect(reject('TASK_NOT_WAITING', { number: '$& {number}' }).message).toBe('任务 $& {number} 不在待接状态');
  });

  it('is thrown where it is said, and is an error like others to who does not know it', () => {
    const thrown = () => {
      throw reject('TASK_CLOSED');
    };
    expect(thrown).toThrow(Rejection);
    expect(reject('TASK_CLOSED')).toBeInstanceOf(Error);
  });
});

describe('deciding many at once', () => {
  const no = reject('TASK_CLOSED');

  it('gives a "no" as a value, and every other failure as a failure', () => {
    const refused = orRejection(() => {
      throw no;
    });
    expect([orRejection(() => 1), refused]).toEqual([1, no]);
    expect(() =>
      orRejection(() => {
        throw new TypeError('a fault');
      }),
    ).toThrow(TypeError);
  });

  it('tells what was decided from what was refused', () => {
    expect([1, no, 2].filter(isDecided)).toEqual([1, 2]);
  });
});
