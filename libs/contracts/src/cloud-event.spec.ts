import { describe, expect, it } from '@jest/globals';
import { cloudEvent, type CloudEvent } from './cloud-event.ts';

const sound: CloudEvent = {
  specversion: '1.0',
  id: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4995',
  source: '/county/intake',
  type: 'intake.issue.registered.v1',
  subject: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4996',
  time: '2020-02-14T08:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: '0000000001',
  aggregatetype: 'issue',
  data: { issueId: '01a1ffd7-9fde-75d7-a005-f0fd0c2d4996' },
};

describe('the envelope of an event', () => {
  it('is read as it was written', () => {
    expect(cloudEvent.parse(JSON.parse(JSON.stringify(sound)))).toEqual(sound);
  });

  it('may carry the trace that it belongs to', () => {
    const traced = { ...sound, traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    expect(cloudEvent.parse(traced)).toEqual(traced);
  });

  it.each(Object.keys(sound))('is refused without %s', (attribute) => {
    expect(cloudEvent.safeParse({ ...sound, [attribute]: undefined }).success).toBe(false);
  });

  it.each([
    ['specversion', '0.3'],
    ['id', '1'],
    ['source', 'intake'],
    ['source', '/county/Intake'],
    ['time', 'yesterday'],
    ['datacontenttype', 'text/plain'],
    ['sequence', '1'],
    ['sequence', '00000000001'],
    ['data', 'text'],
  ])('is refused with %s "%s"', (attribute, value) => {
    expect(cloudEvent.safeParse({ ...sound, [attribute]: value }).success).toBe(false);
  });
});
