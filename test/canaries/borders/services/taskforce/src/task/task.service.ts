export interface Task {
  readonly id: string;
}
