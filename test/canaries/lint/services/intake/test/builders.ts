export const soon = () => new Promise((resolve) => setTimeout(resolve, 50)); // canary: no-restricted-syntax
export const soonToo = () => new Promise<void>((resolve) => setTimeout(() => resolve(), 50)); // canary: no-restricted-syntax
export const late = () => new Promise((_resolve, reject) => setTimeout(() => reject(new TypeError('late')), 50));
