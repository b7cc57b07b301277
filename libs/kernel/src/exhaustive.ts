/** Ends a switch over a closed set: the compiler refuses the call while a case is missing. */
export function exhaustive(value: never): never {
  throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}
