import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { acceptanceRejections } from '../src/acceptance/domain/rejections.ts';
import { appealRejections } from '../src/appeal/domain/rejections.ts';
import { documentRejections } from '../src/document/domain/rejections.ts';
import { enrolmentRejections } from '../src/enrolment/domain/rejections.ts';
import { inspectorRejections } from '../src/inspector/domain/rejections.ts';
import { planPolicyRejections } from '../src/plan/domain/policy-rejections.ts';
import { planRejections } from '../src/plan/domain/rejections.ts';
import { inspectionRejections } from '../src/inspection/domain/rejections.ts';
import { interviewRejections } from '../src/interview/domain/rejections.ts';
import { processPolicyRejections } from '../src/process-policy/domain/rejections.ts';
import { orderRejections } from '../src/order/domain/rejections.ts';
import { shutdownRejections } from '../src/shutdown/domain/rejections.ts';
import { rulebookRejections } from '../src/rulebook/domain/rejections.ts';

function enumValues(file: string, name: string): string[] {
  const document = parse(readFileSync(join(import.meta.dirname, '../src', file), 'utf8'));
  const found = document.definitions.filter((one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === name);
  return found.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION ? (one.values ?? []).map((value) => value.name.value) : [],
  );
}

describe('every "no" of an aggregate', () => {
  it.each([
    ['inspection/inspection.graphql', 'InspectionRejectionCode', inspectionRejections],
    ['rulebook/rulebook.graphql', 'RulebookRejectionCode', rulebookRejections],
    ['enrolment/enrolment.graphql', 'EnrolmentRejectionCode', enrolmentRejections],
    ['inspector/inspector.graphql', 'InspectorRejectionCode', inspectorRejections],
    ['plan/plan.graphql', 'PlanRejectionCode', planRejections],
    ['plan/plan-policy.graphql', 'PlanPolicyRejectionCode', planPolicyRejections],
    ['order/order.graphql', 'RectificationOrderRejectionCode', orderRejections],
    ['interview/interview.graphql', 'InterviewRejectionCode', interviewRejections],
    ['shutdown/shutdown.graphql', 'ShutdownOrderRejectionCode', shutdownRejections],
    ['acceptance/acceptance.graphql', 'AcceptanceRejectionCode', acceptanceRejections],
    ['appeal/appeal.graphql', 'AppealRejectionCode', appealRejections],
    ['process-policy/process-policy.graphql', 'ProcessPolicyRejectionCode', processPolicyRejections],
    ['document/document.graphql', 'DocumentRejectionCode', documentRejections],
  ])('is in the graph: %s', (file, name, catalogue) => {
    expect(enumValues(file, name)).toEqual(Object.keys(catalogue));
  });
});
