import { describe, expect, it } from '@jest/globals';
import { feb } from '../../../test/builders.ts';
import { register } from './register.ts';

const told = { sub: 'inspector-1', name: '检查员甲', townCode: '330226110', active: true };
const now = feb(14);

describe('an inspector', () => {
  it('is registered, and announced without a name', () => {
    const { sub: inspector, townCode, active } = told;
    const data = { inspector, townCode, active, registeredBy: 'admin-1', registeredAt: now.toISOString() };
    const about = { aggregateType: 'inspector', aggregateId: inspector, department: 'none' };
    expect(register(null, told, 'admin-1', now)).toEqual({
      state: { ...told, version: 0 },
      events: [{ type: 'inspection.inspector.registered.v1', ...about, data }],
    });
  });

  it.each([{ name: '检查员乙' }, { townCode: null }, { active: false }])('is announced again with %j', (other) => {
    const before = { ...told, version: 3 };
    const { state, events } = register(before, { ...told, ...other }, 'admin-1', now);
    expect([state, events.length]).toEqual([{ ...before, ...other }, 1]);
  });

  it('who is registered as before is not announced again', () => {
    const before = { ...told, version: 3 };
    expect(register(before, told, 'admin-1', now)).toEqual({ state: before, events: [] });
  });
});
