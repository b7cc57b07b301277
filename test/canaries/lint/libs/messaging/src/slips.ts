export function slips(names: string[] | undefined, work: () => string | undefined): number {
  const unused = 0; // canary: @typescript-eslint/no-unused-vars
  let found: string | undefined;
  if (found = work()) return found.length; // canary: no-cond-assign
  if (1) console.log('always'); // canary: no-constant-condition, no-console
  const [first] = names?.slice(1); // canary: no-unsafe-optional-chaining
  return first === first ? 1 : 0; // canary: no-self-compare
}
