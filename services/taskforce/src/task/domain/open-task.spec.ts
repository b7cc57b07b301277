import { describe, expect, it } from '@jest/globals';
import { aDispatch, aTask, county } from '../../../test/builders.ts';
import { openTask } from './open-task.ts';

const id = aTask().id;
const toTesting = {
  position: 1,
  domain: 'TESTING',
  nature: null,
  townCode: null,
  urgency: null,
  taskForceCode: 'TESTING',
} as const;
const usual = {
  version: 4,
  position: 2,
  nature: null,
  urgency: null,
  domain: null,
  acceptWithin: 'PT2H',
  solveWithin: 'PT24H',
} as const;
const urgent = { ...usual, position: 1, urgency: 'URGENT', acceptWithin: 'PT30M', solveWithin: 'PT8H' } as const;
const rules = { routing: [toTesting], policies: [urgent, usual] };

function waiting(limit: string) {
  return [
    { kind: 'ACCEPTANCE', limit, policyVersion: 4, history: [{ type: 'STARTED', at: county('2020-02-14 09:30') }] },
  ];
}

describe('a dispatched issue', () => {
  it('becomes a task that waits to be accepted within two hours of its dispatch', () => {
    const state = { ...aTask(), policyVersion: 4, clocks: waiting('PT2H'), nextDueAt: county('2020-02-14 11:30') };
    expect(openTask(id, aDispatch(), rules)).toEqual({ state, events: [] });
  });

  it('that is urgent and of no domain that a task force covers goes to COORDINATION, to be accepted within 30 minutes', () => {
    const about = { domain: 'OTHER', urgency: 'URGENT', round: 2, firmCreditCode: null, townCode: null } as const;
    const limits = {
      policyVersion: 4,
      solveWithin: 'PT8H',
      clocks: waiting('PT30M'),
      nextDueAt: county('2020-02-14 10:00'),
    };
    const state = { ...aTask(), ...about, ...limits, taskForceCode: 'COORDINATION' };
    expect(openTask(id, aDispatch(about), rules)).toEqual({ state, events: [] });
  });
});
