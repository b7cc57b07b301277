export interface Firm {
  readonly creditCode: string;
}

export function renamed(firm: Firm): Firm {
  return firm;
}
