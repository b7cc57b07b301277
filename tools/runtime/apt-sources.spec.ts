import { describe, expect, it } from '@jest/globals';
import { parseDeb822, parseSourcesList } from './apt-sources.ts';

describe('the sources of apt are read', () => {
  it('from one-line files', () => {
    const text = `# a comment
deb [arch=amd64 signed-by=/k.gpg] http://mirror.invalid/debian bookworm main contrib # more
deb-src http://mirror.invalid/debian bookworm main
  deb http://mirror.invalid/security bookworm-security main
#deb http://off.invalid/debian bookworm main`;
    expect(parseSourcesList(text)).toEqual([
      { uri: 'http://mirror.invalid/debian', suite: 'bookworm', components: ['main', 'contrib'], signedBy: '/k.gpg' },
      { uri: 'http://mirror.invalid/security', suite: 'bookworm-security', components: ['main'], signedBy: undefined },
    ]);
  });

  it('from deb822 files, for every address and suite', () => {
    const text = `Types: deb deb-src
# a comment amid
URIs: http://a.invalid http://b.invalid
Suites: bookworm
 bookworm-updates
Components: main
Signed-By: /k.gpg

Types: deb
Enabled: no
URIs: http://off.invalid
Suites: sid
Components: main

Types: deb-src
URIs: http://a.invalid
Suites: bookworm
Components: main
`;
    const expected = ['http://a.invalid', 'http://b.invalid'].flatMap((uri) =>
      ['bookworm', 'bookworm-updates'].map((suite) => ({ uri, suite, components: ['main'], signedBy: '/k.gpg' })),
    );
    expect(parseDeb822(text)).toEqual(expected);
  });

  it('with a key that stands in the file itself, line by line', () => {
    const key = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mQINBF\n -----END PGP PUBLIC KEY BLOCK-----';
    const text = `Types: deb\nURIs: http://a.invalid\nSuites: sid\nComponents: main\nSigned-By:\n ${key}\n`;
    expect(parseDeb822(text)[0]?.signedBy).toBe(key);
  });
});
