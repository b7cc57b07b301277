/** Who acts on a document. */
export interface Addressee {
  readonly sub: string;
  readonly name: string;
  readonly taskForce: string | null;
  /** a commander answers for the centre */
  readonly commands: boolean;
}

interface Addressed {
  /** null of a document to the centre itself */
  readonly taskForceCode: string | null;
}

/** Whether a document is this one's to acknowledge and to answer. */
export function isAddressedTo({ taskForceCode }: Addressed, { taskForce, commands }: Addressee): boolean {
  return taskForceCode === null ? commands : taskForceCode === taskForce;
}
