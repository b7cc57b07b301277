import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { ConfigError, readConfig } from './config.ts';
import { Keyring, SealBroken, sealingKeys } from './sealing.ts';

const key = () => randomBytes(32).toString('base64url');
const [one, two] = [
  { id: '2020-02', key: key() },
  { id: '2020-03', key: key() },
];
const about = '01900000-0000-7000-8000-0000000000a1';
const contact = { name: '欧阳震华', phone: '13900000042' };
const read = (text: string) => readConfig({ KEYS: sealingKeys }, { KEYS: text }).KEYS;

function faultsOf(text: string): string[] {
  try {
    read(text);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    expect(cause.message).not.toContain(one.key);
    return cause.message.split('\n').slice(1);
  }
  return [];
}

describe('the keys of a configuration', () => {
  it('are read in their order', () => {
    expect(read(`${two.id}:${two.key}, ${one.id}:${one.key}`)).toEqual([two, one]);
  });

  it.each([
    ['nothing', '', ['  KEYS: is not set']],
    ['a key without a name', one.key, ['  KEYS: key 1 is not name:32 bytes in base64url']],
    ['31 bytes', `a:${randomBytes(31).toString('base64url')}`, ['  KEYS: key 1 is not name:32 bytes in base64url']],
    ['33 bytes', `a:${randomBytes(33).toString('base64url')}`, ['  KEYS: key 1 is not name:32 bytes in base64url']],
    ['hexadecimal', `a:${'0f'.repeat(32)}`, ['  KEYS: key 1 is not name:32 bytes in base64url']],
    ['a comma too many', `a:${one.key},`, ['  KEYS: key 2 is not name:32 bytes in base64url']],
    ['a name twice', `a:${one.key},a:${two.key}`, ['  KEYS: key 2 has the name of an earlier one']],
    ['a key twice', `a:${one.key},b:${one.key}`, ['  KEYS: key 2 is the same as an earlier one']],
    [
      'several at once',
      `a:${one.key},b:short,a:${two.key},c:${one.key}`,
      [
        '  KEYS: key 2 is not name:32 bytes in base64url',
        '  KEYS: key 3 has the name of an earlier one',
        '  KEYS: key 4 is the same as an earlier one',
      ],
    ],
  ])('with %s are refused, all faults at once, no key repeated', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

describe('a sealed value', () => {
  const ring = new Keyring([one]);
  const brokenAt = async (work: Promise<unknown>) => {
    const cause: unknown = await work.catch((thrown: unknown) => thrown);
    if (!(cause instanceof SealBroken)) throw new TypeError(`it was opened, or ${String(cause)}`);
    return cause.message;
  };

  it('opens to what was sealed, and shows only its key, its algorithms and whom it is about', async () => {
    const { sealed, keyId } = await ring.seal(about, contact);
    expect(await ring.open(about, sealed)).toEqual(contact);
    expect([keyId, decodeProtectedHeader(sealed)]).toEqual([
      one.id,
      { alg: 'dir', enc: 'A256GCM', kid: one.id, sub: about },
    ]);
  });

  it('is never sealed the same way twice', async () => {
    const [first, second] = [await ring.seal(about, contact), await ring.seal(about, contact)];
    expect(first.sealed).not.toBe(second.sealed);
  });

  it('of an older key opens as long as that key is there, and new ones are sealed by the first', async () => {
    const { sealed } = await ring.seal(about, contact);
    const both = new Keyring([two, one]);
    expect(await both.open(about, sealed)).toEqual(contact);
    expect((await both.seal(about, contact)).keyId).toBe(two.id);
    expect(await brokenAt(new Keyring([two]).open(about, sealed))).toBe(
      `what is sealed of ${about} does not open: SealBroken`,
    );
  });

  it('does not open under the name of its key with another key', async () => {
    const { sealed } = await ring.seal(about, contact);
    const impostor = new Keyring([{ ...one, key: two.key }]);
    expect(await brokenAt(impostor.open(about, sealed))).toContain('JWEDecryptionFailed');
  });

  it('does not open in the place of another', async () => {
    const { sealed } = await ring.seal(about, contact);
    const other = about.replace('a1', 'a2');
    expect(await brokenAt(ring.open(other, sealed))).toBe(`what is sealed of ${other} is not about it`);
  });

  it('does not open with one character changed, wherever it stands', async () => {
    const { sealed } = await ring.seal(about, contact);
    // the last character of a part may carry bits that base64url leaves unused
    const places = [...sealed].flatMap((letter, at) =>
      letter === '.' || /^(\.|$)/.test(sealed.slice(at + 1)) ? [] : [at],
    );
    for (const at of places) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      const said = await brokenAt(ring.open(about, changed));
      expect(said).not.toContain(contact.phone);
    }
    expect(places.length).toBeGreaterThan(100);
  });

  it.each(['', 'a.b.c', 'a.b.c.d.e', '欧阳震华', JSON.stringify(contact)])(
    'that is no JWE (%s) does not open',
    async (text) => {
      expect(await brokenAt(ring.open(about, text))).not.toContain('139');
    },
  );

  it('that asks for a weaker encryption does not open', async () => {
    const asked = { alg: 'dir', enc: 'A128GCM', kid: one.id, sub: about };
    const header = Buffer.from(JSON.stringify(asked)).toString('base64url');
    expect(await brokenAt(ring.open(about, `${header}..${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`))).toContain(
      'JOSEAlgNotAllowed',
    );
  });
});
