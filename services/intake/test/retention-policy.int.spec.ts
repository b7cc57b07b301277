import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { bootIntake, type Said, type TestIntake } from './intake.ts';
import { admin, auditor } from './people.ts';
import { retaining } from './retained.ts';

const clock = fixedClock('2020-02-14T02:00:00.000Z');
let intake: TestIntake;
beforeAll(async () => void (intake = await bootIntake({ clock })));
afterAll(() => intake.stop());

interface Policy {
  readonly version: number;
  readonly lines: readonly { readonly kind: string; readonly after: string }[];
  readonly setAt: string;
  readonly setBy: string | null;
}
const WHOLE = 'version lines { kind after } setAt setBy';
const lines = (contact: string, item = 'P30D') => [
  { kind: 'REPORTER_CONTACT', after: contact },
  { kind: 'PUBLIC_OPINION_ITEM', after: item },
];
const set = async (input: object, asker: Asker = admin) =>
  (
    await intake.get<{ said: Said<Policy> }>(
      `mutation ($input: SetRetentionPolicyInput!) { said: setRetentionPolicy(input: $input) {
        ... on RetentionPolicy { ${WHOLE} } ... on RetentionRejection { code field message } } }`,
      { input },
      asker,
    )
  ).said;
const policy = async (version: number | null = null) =>
  (
    await intake.get<{ retentionPolicy: Policy | null }>(
      `query ($version: Int) { retentionPolicy(version: $version) { ${WHOLE} } }`,
      { version },
      auditor,
    )
  ).retentionPolicy;

describe('how long something stays', () => {
  const delivered = { version: 1, lines: lines('P12M'), setAt: '2020-02-01T00:00:00.000Z', setBy: null };

  it('is 12 months and 30 days as the product comes', async () => {
    expect(await policy()).toEqual(delivered);
  });

  it('is a new version once it is set, with who and when; the one before stays, and the entry names no more', async () => {
    const next = { version: 2, lines: lines('P2Y', 'P2W'), setAt: '2020-02-14T02:00:00.000Z', setBy: admin.sub };
    expect(await set({ expectedVersion: 1, lines: lines('P2Y', 'P2W') })).toEqual(next);
    expect([await policy(), await policy(2), await policy(1), await policy(9)]).toEqual([next, next, delivered, null]);
    const entries = await intake.sql(
      `select actor, version, event->>'type' as type from event_log where aggregate_type = 'retention-policy'`,
    );
    expect(entries).toEqual([{ actor: admin.sub, version: 2, type: 'intake.retention-policy.set.v1' }]);
    await expect(intake.sql('delete from retention_policy')).rejects.toThrow('what is frozen is not changed');
  });

  it.each([
    [{ expectedVersion: 7, lines: lines('P2Y') }, 'RETENTION_POLICY_CHANGED', 'expectedVersion'],
    [{ lines: lines('P2Y').slice(1) }, 'RETENTION_KIND_ONCE', 'lines'],
    [{ lines: lines('P27D') }, 'RETENTION_PERIOD_OUT_OF_RANGE', 'lines.0.after'],
    [{ lines: lines('PT8760H') }, 'FIELD_MALFORMED', 'lines.0.after'],
    [{ lines: lines('P2Y', 'P30DT1H') }, 'FIELD_MALFORMED', 'lines.1.after'],
  ])('%j is refused as %s, naming %s, and changes nothing', async (input, code, field) => {
    const before = await policy();
    expect(await set(input)).toEqual({ code, field, message: expect.stringMatching(/^\w/) });
    expect(await policy()).toEqual(before);
  });

  it('is set by twenty at once one after the other, and of those who expect the same version by one', async () => {
    const { version } = (await policy())!;
    const all = await Promise.all(Array.from({ length: 20 }, () => set({ lines: lines('P3Y') })));
    expect(all.map((one) => one.version).toSorted((a, b) => a - b)).toEqual(all.map((_, i) => version + i + 1));
    const racers = await Promise.all(
      Array.from({ length: 10 }, () => set({ expectedVersion: version + 20, lines: lines('P1Y') })),
    );
    expect(racers.filter(({ code }) => code === undefined)).toHaveLength(1);
  });

  it('binds what is carried out from then on', async () => {
    const { carriedOut, closed, dryRun, events, struckOff } = retaining(intake);
    const issueId = await intake.registered({ reporterName: '欧阳震华' });
    await struckOff(issueId);
    await set({ lines: lines('P1M') });
    const { version } = (await policy())!;
    expect(await dryRun({ at: '2020-03-14T02:00:00Z' })).toMatchObject({
      policyVersion: version,
      goes: [{ after: 'P1M', count: 1, ids: [issueId] }, { count: 0 }],
    });
    await closed('2020-03-14');
    clock.set('2020-03-15T02:00:00.000Z');
    await carriedOut();
    expect(await events()).toMatchObject([{ policyVersion: version, count: 1, issueIds: [issueId] }]);
  });
});
