/** One place that apt fetches packages from, as the machine's own sources name it. */
export interface AptSource {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  /** Key file, or the key itself, exactly as in the field Signed-By. */
  readonly signedBy: string | undefined;
}

/** Reads the one-line format: `deb [signed-by=KEY] URI SUITE COMPONENT…`. */
export function parseSourcesList(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)([^#]*)/.exec(line);
    if (!match) return [];
    const [, options = '', uri = '', suite = '', components = ''] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1];
    return [{ uri, suite, components: words(components), signedBy }];
  });
}

/** Reads the deb822 format: stanzas of `Field: value`, with continued lines. */
export function parseDeb822(text: string): AptSource[] {
  const uncommented = text.replace(/^#.*\n?/gm, '');
  return uncommented.split(/\n\s*\n/).flatMap((stanza) => {
    const field = fieldsOf(stanza);
    if (!words(field.get('types') ?? '').includes('deb') || field.get('enabled')?.trim() === 'no') return [];
    const components = words(field.get('components') ?? '');
    const signedBy = field.get('signed-by')?.trim();
    return words(field.get('uris') ?? '').flatMap((uri) =>
      words(field.get('suites') ?? '').map((suite) => ({ uri, suite, components, signedBy })),
    );
  });
}

function fieldsOf(stanza: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of stanza.split('\n')) {
    const start = /^([A-Za-z0-9-]+):(.*)$/.exec(line);
    if (start) name = (start[1] ?? '').toLowerCase();
    fields.set(name, start ? (start[2] ?? '') : `${fields.get(name) ?? ''}\n${line}`);
  }
  return fields;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
