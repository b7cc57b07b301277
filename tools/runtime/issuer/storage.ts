import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

const SWEEP_ABOVE = 1000;

/**
 * Logins under way and sessions, in memory: a restart logs everybody out. Access tokens are signed and never looked
 * up again, so they are not kept, however many are asked for.
 */
export function storage(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      if (entries.size > SWEEP_ABOVE) for (const key of entries.keys()) if (!live(entries, key)) entries.delete(key);
      const endsAt = Date.now() + (expiresIn ?? Infinity) * 1000;
      if (model !== 'AccessToken') entries.set(`${model}:${id}`, { payload, endsAt });
    },
    find: async (id) => live(entries, `${model}:${id}`),
    findByUid: async (uid) => ofModel(entries, model).find(([, payload]) => payload.uid === uid)?.[1],
    findByUserCode: async (code) => ofModel(entries, model).find(([, payload]) => payload.userCode === code)?.[1],
    consume: async (id) => {
      const payload = live(entries, `${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => void entries.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      // Of this model alone: a login under way names the earlier grant too and has to survive its end.
      for (const [key, payload] of ofModel(entries, model)) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}

function live(entries: Map<string, Entry>, key: string): AdapterPayload | undefined {
  const entry = entries.get(key);
  return entry && entry.endsAt > Date.now() ? entry.payload : undefined;
}

function ofModel(entries: Map<string, Entry>, model: string): [string, AdapterPayload][] {
  const keys = [...entries.keys()].filter((key) => key.startsWith(`${model}:`));
  return keys.flatMap((key) => {
    const payload = live(entries, key);
    return payload ? [[key, payload]] : [];
  });
}
