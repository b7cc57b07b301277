import type { Asker, Booted } from '@qifutong/testkit/boot';
import { commander, testingLead } from './world.ts';

export const analyst: Asker = { sub: 'analyst-1', roles: ['ANALYST'] };

/** Everything of a task that its life is told by. */
const WHOLE = `id status hops mustAccept awaitsRedispatch handedOnReason handedOnBy acceptedBy dueAt overdue
  taskForce { code } coHandlers { code } predecessor { id } successor { id }
  suspendedAt suspensionReason suspensionNote extendedAt extendedUntil extendedBy extensionReason
  solution { text measures attachments proposedAt proposedBy }
  ineffectiveSolutions { text measures attachments proposedAt proposedBy rejectedAt rejectedBy reason }
  clocks { kind startedAt dueAt metAt cancelledAt breachedAt } urgingNotices { clock ordinal dueAt }`;

export type Answer = (
  mutation: string,
  inputType: string,
  input: object,
  asker: Asker,
) => Promise<Record<string, unknown>>;

/** Asks for a mutation of a task: the task, the rejection, or the code with which the question was refused. */
export function asking(booted: Booted): Answer {
  return async (mutation, inputType, input, asker) => {
    const asked = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) {
      ... on Task { ${WHOLE} } ... on TaskRejection { code message field } } }`;
    const { data, errors } = await booted.ask<Record<string, Record<string, unknown>>>(asked, { input }, asker);
    return data?.[mutation] ?? { refused: errors?.[0]?.extensions.code };
  };
}

/** The code of a rejection, and the field at fault. */
export function codeOf({ code, field }: Record<string, unknown>): unknown[] {
  return [code, field];
}

export type Life = ReturnType<typeof lifeOf>;

/** Everything that is done to a task, as whoever does it usually. */
export function lifeOf(booted: Booted) {
  const ask = asking(booted);
  return {
    ask,
    accept: (taskId: string, asker: Asker = testingLead) => ask('acceptTask', 'AcceptTaskInput', { taskId }, asker),
    give: (taskId: string, asker: Asker = testingLead) =>
      ask('returnTask', 'ReturnTaskInput', { taskId, reason: '不属检测事项' }, asker),
    redispatch: (taskId: string, taskForce: string, how: object = {}) =>
      ask('redispatchTask', 'RedispatchTaskInput', { taskId, taskForce, ...how }, analyst),
    transfer: (taskId: string, taskForce: string, asker: Asker = testingLead) =>
      ask('transferTask', 'TransferTaskInput', { taskId, taskForce, reason: '属用工事项' }, asker),
    add: (taskId: string, taskForce: string, asker: Asker = testingLead) =>
      ask('addCoHandler', 'AddCoHandlerInput', { taskId, taskForce }, asker),
    remove: (taskId: string, taskForce: string, asker: Asker = testingLead) =>
      ask('removeCoHandler', 'RemoveCoHandlerInput', { taskId, taskForce }, asker),
    solve: (taskId: string, told: object = {}, asker: Asker = testingLead) =>
      ask('proposeSolution', 'ProposeSolutionInput', { taskId, text: '已安排采样', ...told }, asker),
    rejectSolution: (taskId: string, asker: Asker = analyst) =>
      ask('rejectSolution', 'RejectSolutionInput', { taskId, reason: '企业反映未采样' }, asker),
    suspend: (taskId: string, how: object = {}, asker: Asker = analyst) =>
      ask('suspendTask', 'SuspendTaskInput', { taskId, reason: 'WAITING_FOR_FIRM', ...how }, asker),
    resume: (taskId: string, why: object = {}, asker: Asker = analyst) =>
      ask('resumeTask', 'ResumeTaskInput', { taskId, ...why }, asker),
    extend: (taskId: string, until: Date, asker: Asker = commander) =>
      ask('extendDeadline', 'ExtendDeadlineInput', { taskId, until: until.toISOString(), reason: '须省级审批' }, asker),
  };
}

/** That task force, dissolved, by whatever dissolves it. */
export function dissolved(code: string): string {
  return `update task_force set dissolved_at = founded_at, dissolved_by = 'c', dissolution_reason = 'r' where code = '${code}'`;
}
