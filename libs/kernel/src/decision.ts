/** What a rule decides: the next state, and the events that others may care about. */
export interface Decision<S, E = unknown> {
  readonly state: S;
  readonly events: readonly E[];
}
