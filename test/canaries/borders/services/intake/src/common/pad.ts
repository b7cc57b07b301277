export const pad = '';
