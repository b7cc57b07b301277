export const anIssue = {};
