export function silent(work: () => void): void {
  try {
    work();
  } catch {} // canary: no-empty
}

export function causeless(work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw new TypeError(`it failed: ${String(cause)}`); // canary: preserve-caught-error
  }
}

export function rethrown(work: () => number): number {
  try { // canary: no-useless-catch
    return work();
  } catch (cause) {
    throw cause;
  }
}

export function overruled(work: () => number): number {
  try {
    return work();
  } finally {
    return 0; // canary: no-unsafe-finally
  }
}
