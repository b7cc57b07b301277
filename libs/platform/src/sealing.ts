import { createSecretKey, type KeyObject } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';

const KEY_BYTES = 32;
const ENTRY = /^([\w.-]{1,64}):([\w-]{43})$/;

/** One key of a keyring. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes in base64url */
  readonly key: string;
}

function faultOf(entries: readonly (SealingKey | null)[], at: number): string | null {
  const entry = entries[at];
  if (!entry) return `key ${at + 1} is not name:${KEY_BYTES} bytes in base64url`;
  const earlier = entries.slice(0, at);
  if (earlier.some((one) => one?.id === entry.id)) return `key ${at + 1} has the name of an earlier one`;
  return earlier.some((one) => one?.key === entry.key) ? `key ${at + 1} is the same as an earlier one` : null;
}

function entryOf(text: string): SealingKey | null {
  const [, id, key] = ENTRY.exec(text.trim()) ?? [];
  if (id === undefined || key === undefined) return null;
  const bytes = Buffer.from(key, 'base64url');
  return bytes.length === KEY_BYTES ? { id, key: bytes.toString('base64url') } : null;
}

/** `name:32 bytes in base64url`, several separated by commas: the first seals, all open. A fault tells the key's place, never the key. */
export const sealingKeys = z.string().transform((text, context): readonly SealingKey[] => {
  const entries = text.split(',').map(entryOf);
  for (const at of entries.keys()) {
    const message = faultOf(entries, at);
    if (message !== null) context.addIssue({ code: 'custom', message });
  }
  return entries.filter((entry) => entry !== null);
});

/** Thrown for a sealed value that is not what was sealed there; tells nothing of what is in it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** A value as it is stored: a compact JWE (RFC 7516), and which key opens it. */
export interface Sealed {
  readonly sealed: string;
  readonly keyId: string;
}

/** Authenticated encryption of what few may read: JWE `dir` with A256GCM; whom a value is about is part of what is authenticated. */
export class Keyring {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  /** the name of the key that seals */
  readonly sealsWith: string;

  /** @param keys the first seals, all open */
  constructor(keys: readonly SealingKey[]) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, createSecretKey(key, 'base64url')]));
    this.sealsWith = keys[0]!.id;
  }

  /** the names of all keys that open */
  get opensWith(): readonly string[] {
    return [...this.#keys.keys()];
  }

  /** @param about the id of what the value belongs to: it opens there and nowhere else */
  async seal(about: string, value: object): Promise<Sealed> {
    const keyId = this.sealsWith;
    const sealed = await new CompactEncrypt(Buffer.from(JSON.stringify(value)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: keyId, sub: about })
      .encrypt(this.#keys.get(keyId)!);
    return { sealed, keyId };
  }

  /** @throws SealBroken when it was changed, belongs to something else, or was sealed by a key that is not here */
  async open(about: string, sealed: string): Promise<unknown> {
    const opened = await compactDecrypt(sealed, ({ kid }) => this.#key(kid), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }).catch((cause: unknown) => {
      throw new SealBroken(`what is sealed of ${about} does not open: ${(cause as Error).name}`);
    });
    if (opened.protectedHeader['sub'] !== about) throw new SealBroken(`what is sealed of ${about} is not about it`);
    return JSON.parse(Buffer.from(opened.plaintext).toString('utf8'));
  }

  #key(id: string | undefined): KeyObject {
    const key = this.#keys.get(id ?? '');
    if (!key) throw new SealBroken('no such key');
    return key;
  }
}
