/** A firm as an issue names it. */
export interface NamedFirm {
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  /** the same for all names that may mean one firm */
  readonly firmKey: string | null;
}

/**
 * Which of the issues are of one firm: by credit code, and by name where there is none.
 * @returns the same word for the same firm; null where no firm was named
 */
export function firmsOf(named: readonly NamedFirm[], areOne: (a: string, b: string) => boolean): (string | null)[] {
  const met = new Map<string, { readonly name: string; readonly firm: string }[]>();
  const firmOf = ({ firmCreditCode, firmName, firmKey }: NamedFirm, i: number) => {
    const namesakes = met.get(firmKey ?? '') ?? [];
    const known = firmName === null ? undefined : namesakes.find(({ name }) => areOne(name, firmName));
    const firm = firmCreditCode ?? known?.firm ?? (firmName === null ? null : `${i}:${firmName}`);
    if (firm !== null && firmName !== null) met.set(firmKey ?? '', [...namesakes, { name: firmName, firm }]);
    return firm;
  };
  const found = new Map<NamedFirm, string | null>();
  // those with a code first: a name without one is then known by it, whichever came first
  const ordered = [...named].sort((a, b) => Number(a.firmCreditCode === null) - Number(b.firmCreditCode === null));
  for (const [i, one] of ordered.entries()) found.set(one, firmOf(one, i));
  return named.map((one) => found.get(one) ?? null);
}
