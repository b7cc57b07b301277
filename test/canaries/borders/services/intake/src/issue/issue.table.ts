export const IssueTable = {};
