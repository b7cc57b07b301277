import { describe, expect, it } from '@jest/globals';
import { calledBy, currentCaller, currentErrand, runForCaller, runJob, runMutation } from './caller.ts';

const nobody = { sub: null, roles: null, origin: null };

describe('who calls', () => {
  it('is nobody where no request is in hand, also when somebody says otherwise', () => {
    calledBy({ sub: 'analyst-1' });
    expect(currentCaller()).toEqual(nobody);
  });

  it('is known for the rest of the request, once it was made known, and in that request alone', async () => {
    const request = (sub: string, origin: string) =>
      runForCaller(async () => {
        const before = currentCaller();
        calledBy({ origin });
        await Promise.resolve();
        calledBy({ sub, roles: ['ANALYST'] });
        await new Promise(setImmediate);
        return [before, currentCaller()];
      });
    expect(await Promise.all([request('analyst-1', '192.0.2.1'), request('analyst-2', '192.0.2.2')])).toEqual([
      [nobody, { sub: 'analyst-1', roles: ['ANALYST'], origin: '192.0.2.1' }],
      [nobody, { sub: 'analyst-2', roles: ['ANALYST'], origin: '192.0.2.2' }],
    ]);
    expect(currentCaller()).toEqual(nobody);
  });
});

describe('what is being done', () => {
  it('is not known, a request, a mutation of its caller, or a job of nobody', async () => {
    const seen = () => [currentErrand(), currentCaller().sub];
    const asked = await runForCaller(async () => {
      calledBy({ sub: 'analyst-1' });
      await Promise.resolve();
      return [
        seen(),
        runMutation('triageIssue', seen),
        runMutation('dispatchIssue', () => runJob('suggest-waiting', seen)),
        seen(),
      ];
    });
    const request = [{ kind: 'REQUEST', name: null }, 'analyst-1'];
    expect([seen(), ...asked]).toEqual([
      [null, null],
      request,
      [{ kind: 'MUTATION', name: 'triageIssue' }, 'analyst-1'],
      [{ kind: 'JOB', name: 'suggest-waiting' }, null],
      request,
    ]);
  });
});
