/** Asks the graph as who takes the export. */
type Ask = <T>(query: string, variables: object) => Promise<T>;

export interface Taken {
  readonly exported: 'FIRMS' | 'ISSUES' | 'INSPECTIONS' | 'DAILY_CLOSURE';
  readonly day?: string;
  readonly rows: number;
}

const RECORD = `mutation ($input: RecordExportInput!) { taken: recordExport(input: $input) {
  ... on Export { id } ... on ExportRejection { code message } } }`;

/** Enters an export into the trail, before its file is there. Throws an Error where it cannot be entered: there is no file then. */
export async function recordExport(ask: Ask, input: Taken): Promise<void> {
  const { taken } = await ask<{ taken: { id?: string; message?: string } }>(RECORD, { input });
  if (taken.id === undefined) throw new Error(`the export could not be recorded: ${taken.message ?? 'no answer'}`);
}
