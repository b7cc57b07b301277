export async function send(): Promise<void> {
  await fetch('http://127.0.0.1');
}

export async function swallowed(): Promise<void> {
  try {
    return send(); // canary: @typescript-eslint/return-await
  } finally {
    await send();
  }
}

export function forgotten(names: string[]): void {
  send(); // canary: @typescript-eslint/no-floating-promises
  names.forEach(async () => send()); // canary: @typescript-eslint/no-misused-promises
  if (send()) names.pop(); // canary: @typescript-eslint/no-misused-promises
  send().catch((cause) => names.push(String(cause))); // canary: @typescript-eslint/use-unknown-in-catch-callback-variable
  if (names.length > 9) void Promise.reject('too many'); // canary: @typescript-eslint/prefer-promise-reject-errors
}
