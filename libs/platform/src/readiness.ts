/** Answers whether one dependency can be used. @throws with the reason when it cannot */
export type Probe = () => Promise<unknown>;

export interface ReadinessReport {
  readonly ready: boolean;
  readonly draining: boolean;
  /** dependency to `ok` or the reason why not */
  readonly dependencies: Readonly<Record<string, string>>;
}

const TIME_LIMIT_MS = 2_000;

async function answer(probe: Probe): Promise<string> {
  const late = new Promise<string>((resolve) =>
    setTimeout(resolve, TIME_LIMIT_MS, `no answer in ${TIME_LIMIT_MS} ms`).unref(),
  );
  const asked = Promise.resolve()
    .then(probe)
    .then(
      () => 'ok',
      (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
    );
  return Promise.race([asked, late]);
}

/** Whether this process should be sent work. */
export class Readiness {
  readonly #probes = new Map<string, Probe>();
  draining = false;

  watch(dependency: string, probe: Probe): void {
    this.#probes.set(dependency, probe);
  }

  async report(): Promise<ReadinessReport> {
    const answers = await Promise.all(
      [...this.#probes].map(async ([name, probe]) => [name, await answer(probe)] as const),
    );
    const dependencies = Object.fromEntries(answers);
    return {
      ready: !this.draining && answers.every(([, said]) => said === 'ok'),
      draining: this.draining,
      dependencies,
    };
  }
}
