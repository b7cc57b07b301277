/** An expected "no": a stable code for programs, a sentence for people, the field at fault where there is one. */
export class Rejection extends Error {
  readonly code: string;
  readonly field: string | null;

  constructor(code: string, message: string, field: string | null = null) {
    super(message);
    this.name = 'Rejection';
    this.code = code;
    this.field = field;
  }
}

/**
 * What a rule decides, or its "no" as a value: for many decided at once, of which one refused shall not take the others with it.
 * @throws what `decide` throws, unless it is a Rejection
 */
export function orRejection<T>(decide: () => T): T | Rejection {
  try {
    return decide();
  } catch (cause) {
    if (cause instanceof Rejection) return cause;
    throw cause;
  }
}

/** True for what was decided; for lists in which some were refused. */
export function isDecided<T>(outcome: T | Rejection): outcome is T {
  return !(outcome instanceof Rejection);
}

/** Every "no" of one aggregate: code to sentence. `{field}` and other names in braces are filled in when it is said. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * Makes the `reject` of one aggregate from its catalogue.
 * @returns a function that builds (it does not throw) the rejection, so that the call site reads `throw reject('TASK_NOT_WAITING')`.
 */
export function rejections<C extends Catalogue>(catalogue: C) {
  return (code: keyof C & string, details: Readonly<Record<string, string | number>> = {}): Rejection => {
    const sentence = catalogue[code] ?? code;
    const message = sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
    const field = details['field'];
    return new Rejection(code, message, field === undefined ? null : String(field));
  };
}

/** What the edge says of a field whose shape is wrong; part of every aggregate's catalogue. */
export const shapeRejections = {
  FIELD_REQUIRED: '{field} 不能为空',
  FIELD_TOO_LONG: '{field} 过长,最多 {limit} 个字符',
  FIELD_MALFORMED: '{field} 格式不正确',
} as const satisfies Catalogue;
