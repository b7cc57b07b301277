import type { Announcement } from '@qifutong/contracts/define-event';
import { inspectorRegistered } from '@qifutong/contracts/inspection/inspector-registered';
import type { Decision } from '@qifutong/kernel/decision';
import type { Inspector } from './inspector.ts';

function isSame(a: Inspector, b: Inspector): boolean {
  return a.name === b.name && a.townCode === b.townCode && a.active === b.active;
}

/** Puts somebody on the list, or changes the entry; announced when it says something new. */
export function register(
  before: Inspector | null,
  told: Omit<Inspector, 'version'>,
  by: string,
  now: Date,
): Decision<Inspector, Announcement> {
  const state = { ...told, version: before?.version ?? 0 };
  if (before !== null && isSame(before, state)) return { state: before, events: [] };
  const { sub: inspector, townCode, active } = state;
  const event = { inspector, townCode, active, registeredBy: by, registeredAt: now.toISOString() };
  return { state, events: [inspectorRegistered(event)] };
}
