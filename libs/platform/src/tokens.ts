/** What a service may inject besides its own. */
export const CONFIG = Symbol('CONFIG');
export const LOG = Symbol('LOG');
