import { describe, it } from '@jest/globals';
import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { anId, feb, inspected } from '../../../test/builders.ts';
import { DueProcess } from '../../../test/due-process.ts';
import type { Inspected } from '../../light/domain/fact.ts';

const MINUTE = 60_000;

/** Up to 24 inspections within ten days, several a day too; most fail, so that much follows. */
const inspections: fc.Arbitrary<Inspected[]> = fc
  .array(fc.record({ quarter: fc.nat(4 * 24 * 10), passed: fc.nat(5).map((n) => n === 0) }), {
    minLength: 8,
    maxLength: 24,
  })
  .map((drawn) =>
    drawn.map(({ quarter, passed }, i) =>
      inspected({ id: anId(i), at: new Date(feb(1, 0).getTime() + quarter * 15 * MINUTE + i), passed }),
    ),
  );

const act = fc.oneof(
  { weight: 5, arbitrary: fc.constant('deliver' as const) },
  { weight: 3, arbitrary: fc.constant('hold' as const) },
  { weight: 2, arbitrary: fc.constantFrom('sign' as const, 'refuse' as const, 'accept' as const, 'void' as const) },
);
const acts = fc.array(fc.record({ act, which: fc.nat(23) }), { minLength: 20, maxLength: 44 });

const valid = <S extends { readonly status: string }>(all: readonly S[]) =>
  all.filter(({ status }) => status !== 'WITHDRAWN');

function validCauses({ interviews, orders }: DueProcess): string[] {
  const causes = valid(interviews).map((one) => `interview of ${one.inspectionId ?? one.shutdownId}`);
  return [...causes, ...valid(orders).map((one) => `shutdown of ${one.inspectionId}`)].toSorted();
}

function dueCauses({ due }: DueProcess): string[] {
  const causes = due.summonses.map((one) => `interview of ${one.inspectionId ?? one.shutdownId}`);
  return [...causes, ...due.shutdowns.map((one) => `shutdown of ${one.inspectionId}`)].toSorted();
}

/** The document that the condition of the light speaks of is there, once; and no other that waits. */
function waiting({ interviews, orders }: DueProcess): string[] {
  const summoned = interviews.filter(({ status }) => status === 'SUMMONED' || status === 'MISSED');
  return [...summoned.map(() => 'INTERVIEW_DUE'), ...orders.flatMap(({ status }) => waits[status])];
}
const waits = {
  DRAFTED: ['SHUTDOWN_DRAFTED'],
  IN_FORCE: ['SHUT_DOWN'],
  REFUSED: [],
  LIFTED: [],
  WITHDRAWN: [],
} as const;

function awaited({ history }: DueProcess): string[] {
  const condition = history.light?.condition ?? 'NORMAL';
  return condition === 'NORMAL' || condition === 'INTERVIEW_HELD' ? [] : [condition];
}

// a failure prints the seed and the path that reproduce it
describe('whatever happens to a firm, in whatever order', () => {
  it('the documents that are valid are those that follow from its history, each once', () => {
    fc.assert(
      fc.property(inspections, acts, (all, done) => {
        const firm = new DueProcess();
        done.forEach(({ act: what, which }, i) => {
          const now = new Date(feb(1, 0).getTime() + i * 6 * 60 * MINUTE);
          const performed = all.filter(({ id, at }) => at < now && !firm.inspections.has(id));
          const next = performed[which % performed.length];
          if (what === 'deliver' && next) firm.deliver(next, now);
          if (what === 'void') firm.void(anId(which), now);
          if (what === 'hold') firm.hold(now);
          if (what === 'sign' || what === 'refuse') firm.decide(what, now);
          if (what === 'accept') firm.accept(now);
          deepStrictEqual(validCauses(firm), dueCauses(firm));
          deepStrictEqual(waiting(firm), awaited(firm));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('results alone lead to the same valid documents', () => {
    const shuffled = inspections.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, (orders) => {
        const [one, other] = orders.map((inOrder) => {
          const firm = new DueProcess();
          for (const inspection of inOrder) firm.deliver(inspection, feb(12));
          return validCauses(firm);
        });
        deepStrictEqual(one, other);
      }),
    );
  });

  it('voiding a result and restoring it leaves the valid documents as they were', () => {
    fc.assert(
      fc.property(inspections, fc.nat(23), (all, which) => {
        const firm = new DueProcess();
        for (const inspection of all) firm.deliver(inspection, feb(12));
        const before = validCauses(firm);
        firm.void(anId(which), feb(12, 1));
        firm.void(anId(which), feb(12, 2));
        deepStrictEqual(validCauses(firm), before);
      }),
    );
  });
});
