const KNOWN =
  /^(?:Expected non-nullable type "[^"]*" not to be null|Expected type "\w+" to be an object|Field "[_A-Za-z]\w*" of required type "[^"]+" was not provided|Field "[_A-Za-z]\w*" is not defined by type "\w+"|Exactly one key must be specified)/;

const REASONS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/does not exist in "(\w+)" enum/, (name) => `Value does not exist in "${name}" enum`],
  [/^(?:Enum )?"?(\w+)"? cannot represent/, (name) => `${name} cannot represent the value`],
  [/^Value is not a valid (\w+)/, (name) => `Value is not a valid ${name}`],
  [/^Expected (?:value of )?type "([\w![\]]+)"/, (name) => `Expected value of type "${name}"`],
];

function reasonOf(text: string): string | undefined {
  for (const [pattern, say] of REASONS) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return say(name);
  }
  return undefined;
}

/**
 * What GraphQL says of a faulty request, without the values that it repeats: they may be somebody's name or telephone number.
 * Names of fields, types and variables stay.
 */
export function withoutValues(message: string): string {
  const [, variable] = /^Variable "\$(\w+)" got invalid value /.exec(message) ?? [];
  if (variable !== undefined) {
    const place = message.lastIndexOf(` at "${variable}`);
    const [, path, rest] = /^ at "([\w.[\]]+)"; ([^]*)$/.exec(message.slice(place)) ?? [];
    const reason = rest ?? message.slice(message.lastIndexOf('; ') + 2);
    const said = KNOWN.exec(reason)?.[0] ?? reasonOf(reason) ?? 'it does not fit';
    return `Variable "$${variable}" got an invalid value${path === undefined ? '' : ` at "${path}"`}; ${said}.`;
  }
  if (message.startsWith('Syntax Error')) return message.replace(/(String|Int|Float) "[^]*"/, '$1');
  const said = KNOWN.test(message) ? undefined : reasonOf(message);
  return said === undefined ? message : `${said}.`;
}
