const refused = (type: string) => `... on ${type} { code field message }`;
const issueFields = `id number status round domain firmName firm { creditCode } town { code } firstContact { sub name } callbacks { outcome round }`;

export const submit = `mutation ($input: SubmitReportInput!) { said: submitReport(input: $input) {
  ... on Report { id text firmName issue { ${issueFields} } } ${refused('ReportRejection')} } }`;
export const triage = `mutation ($input: TriageIssueInput!) { said: triageIssue(input: $input) {
  ... on Issue { ${issueFields} } ${refused('IssueRejection')} } }`;
export const dispatch = `mutation ($input: DispatchIssueInput!) { said: dispatchIssue(input: $input) {
  ... on Issue { ${issueFields} } ${refused('IssueRejection')} } }`;
export const callBack = `mutation ($input: RecordCallbackInput!) { said: recordCallback(input: $input) {
  ... on Issue { ${issueFields} } ${refused('IssueRejection')} } }`;
export const issue = `query ($id: ID!) { issue(id: $id) { ${issueFields} } }`;
export const issues = `query ($first: Int, $after: String, $filter: IssueFilter) { list: issues(first: $first, after: $after, filter: $filter) {
  edges { cursor node { id } } nodes { id number status domain town { code } firm { creditCode } } pageInfo { hasNextPage endCursor } } }`;
export const firms = `query ($first: Int, $after: String, $filter: FirmFilter) { list: firms(first: $first, after: $after, filter: $filter) {
  edges { cursor node { creditCode } } nodes { creditCode name } pageInfo { hasNextPage endCursor } } }`;
export const firm = `query ($creditCode: ID!, $first: Int, $after: String, $open: Boolean) { firm(creditCode: $creditCode) { creditCode name town { code }
  issues(first: $first, after: $after, open: $open) { nodes { id town { code } } pageInfo { hasNextPage endCursor } } } }`;
export const registerFirm = `mutation ($input: RegisterFirmInput!) { said: registerFirm(input: $input) {
  ... on Firm { creditCode name town { code } industry size employees address aliases } ${refused('FirmRejection')} } }`;
export const importFirms = `mutation ($input: ImportFirmsInput!) { said: importFirms(input: $input) {
  ... on FirmImport { rows { outcome rejection { code field message } } } ${refused('FirmRejection')} } }`;
export const history = `query ($creditCode: ID!, $first: Int, $after: String) { firm(creditCode: $creditCode) {
  history(first: $first, after: $after) { nodes { changedBy was { name townCode industry size employees address aliases } } pageInfo { hasNextPage endCursor } } } }`;
export const matchFirm = `mutation ($input: MatchIssueFirmInput!) { said: matchIssueFirm(input: $input) {
  ... on Issue { ${issueFields} } ${refused('IssueRejection')} } }`;
export const correctFirm = `mutation ($input: CorrectIssueFirmInput!) { said: correctIssueFirm(input: $input) {
  ... on Issue { ${issueFields} firmCorrections { was { creditCode } became { creditCode } by reason } } ${refused('IssueRejection')} } }`;
export const candidates = `query ($id: ID!) { issue(id: $id) { firmCandidates { firm { creditCode } score evidence } } }`;
export const load = `mutation ($input: SubmitReportInput!) { said: loadReport(input: $input) {
  ... on Report { id issue { ${issueFields} registeredAt } } ${refused('ReportRejection')} } }`;
export const recordCall = `mutation ($input: RecordCallInput!) { said: recordCall(input: $input) {
  ... on Call { id channel purpose takenAt } ${refused('CallRejection')} } }`;
export const reveal = `mutation ($input: RevealReporterInput!) { said: revealReporter(input: $input) {
  ... on RevealedReporter { reportId name phone confidential } ${refused('ReportRejection')} } }`;
export const showings = `query ($id: ID!, $first: Int, $after: String) { issue(id: $id) { reports { id showings(first: $first, after: $after) {
  nodes { sub name roles taskForce reason refusedAs correlationId askedAt } pageInfo { hasNextPage endCursor } } } } }`;
