import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partition, subjectOf } from './subject.ts';

describe('the partition of an aggregate', () => {
  it.each([
    // the published test vectors of FNV-1a, 32 bit: 811c9dc5, e40c292c, bf9cf968
    ['', 'p05'],
    ['a', 'p12'],
    ['foobar', 'p08'],
    ['01a1ffd7-9fde-75d7-a005-f0fd0c2d4995', 'p04'],
    ['91330226MA2AABCD1X', 'p13'],
  ])('of "%s" is %s, for ever', (aggregateId, expected) => {
    expect(partition(aggregateId)).toBe(expected);
  });

  it('is one of sixteen', () => {
    fc.assert(
      fc.property(fc.string(), (aggregateId) => /^p(0\d|1[0-5])$/.test(partition(aggregateId))),
      { seed: 20200214 },
    );
  });

  it('spreads ids evenly: none of the sixteen has twice its share', () => {
    const ids = Array.from({ length: 16_000 }, (_, i) => `01a1ffd7-9fde-75d7-a005-${i.toString(16).padStart(12, '0')}`);
    const shares = [...Map.groupBy(ids, partition).values()].map((share) => share.length);
    expect({ partitions: shares.length, most: Math.max(...shares) < 2_000, least: Math.min(...shares) > 500 }).toEqual({
      partitions: 16,
      most: true,
      least: true,
    });
  });
});

describe('the subject of an event', () => {
  it('names service, entity, event, version, department and partition', () => {
    const subject = subjectOf({ type: 'intake.issue.registered.v1', department: 'labour', aggregateId: 'foobar' });
    expect(subject).toBe('county.intake.issue.registered.v1.labour.p08');
  });
});
