import { describe, expect, it } from '@jest/globals';
import { aCreditCode, anId, feb } from '../../../test/builders.ts';
import { unlit, type FirmLight } from './firm-light.ts';
import type { Light } from './light.ts';
import { refold } from './refold.ts';

const yellow: Light = { colour: 'YELLOW', run: 1, since: feb(14), condition: 'NORMAL', causedBy: anId(1) };
const firm = { creditCode: aCreditCode(1), townCode: '330226110' };
const file = { ...firm, version: 4, ...yellow, changedAt: feb(13) };
const now = feb(14, 10);

function outcome(light: Light | null, before: FirmLight = file) {
  return refold(before, { light, corrections: [] }, now);
}

function announcement(data: object) {
  return {
    type: 'inspection.light.changed.v1',
    aggregateType: 'light',
    aggregateId: aCreditCode(1),
    department: 'none',
    data: { firmCreditCode: aCreditCode(1), townCode: '330226110', changedAt: '2020-02-14T02:00:00.000Z', ...data },
  };
}

describe('a history folded anew', () => {
  it('announces the first light of a firm', () => {
    expect(refold(unlit(firm), { light: yellow, corrections: [] }, now)).toEqual({
      state: { ...file, version: 0, changedAt: now },
      events: [
        announcement({
          colour: 'YELLOW',
          previous: null,
          run: 1,
          since: '2020-02-14T01:00:00.000Z',
          inspectionId: anId(1),
        }),
      ],
    });
  });

  it('announces nothing when the light is the same', () => {
    expect(outcome({ ...yellow, since: new Date(yellow.since) })).toEqual({ state: file, events: [] });
  });

  it.each<[string, Partial<Light>]>([
    ['colour', { colour: 'GREEN' }],
    ['run', { run: 2 }],
    ['since', { since: feb(13) }],
    ['cause', { causedBy: anId(2) }],
  ])('announces another %s', (_, change) => {
    const light = { ...yellow, ...change };
    const { colour, run, since, causedBy } = light;
    const data = { colour, previous: 'YELLOW', run, since: since.toISOString(), inspectionId: causedBy };
    const changedAt = colour === 'GREEN' ? now : feb(13);
    expect(outcome(light)).toEqual({ state: { ...file, ...light, changedAt }, events: [announcement(data)] });
  });

  it('leaves the firm without a light when nothing counts any more, and says so', () => {
    const data = { colour: null, previous: 'YELLOW', run: null, since: null, inspectionId: null };
    expect(outcome(null)).toEqual({ state: { ...unlit(firm, 4), changedAt: now }, events: [announcement(data)] });
  });

  it('says nothing of a firm that had no light and has none', () => {
    const none = unlit(firm);
    expect(outcome(null, none)).toEqual({ state: none, events: [] });
  });

  it('corrects days that were told otherwise, before it announces another light', () => {
    const days = [{ day: '2020-02-13', from: { colour: 'YELLOW', run: 1 }, to: null }] as const;
    const { events } = refold(file, { light: { ...yellow, run: 2 }, corrections: days }, now);
    expect(events.map(({ type }) => type)).toEqual(['inspection.light.corrected.v1', 'inspection.light.changed.v1']);
    expect(events[0]).toEqual({
      type: 'inspection.light.corrected.v1',
      aggregateType: 'light',
      aggregateId: aCreditCode(1),
      department: 'none',
      data: { firmCreditCode: aCreditCode(1), townCode: '330226110', days, correctedAt: '2020-02-14T02:00:00.000Z' },
    });
  });
});
