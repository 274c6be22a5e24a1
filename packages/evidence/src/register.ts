import { checkDays } from './checks/check-days.ts'
import { overlappingLeave } from './checks/overlapping-leave.ts'
import type { CheckFault, Known } from './checks/row-check.ts'
import type { Cell, Field } from './import/field.ts'
import type { TableRow } from './import/table.ts'
import {
  checkPartnerAgreement,
  type PartnerAgreement,
  partnerAgreementFields,
  partnerAgreementKey,
} from './registers/agreement.ts'
import { type SecurityAssessment, securityAssessmentFields, securityAssessmentKey } from './registers/assessment.ts'
import { type AuditFinding, auditFindingFields, auditFindingKey, checkAuditFinding } from './registers/audit-finding.ts'
import { type AuditRound, auditRoundFields, auditRoundKey, checkAuditRound } from './registers/audit-round.ts'
import { type Bookings, bookingsFields, bookingsKey } from './registers/bookings.ts'
import {
  type CollectionPoint,
  checkCollectionPoint,
  collectionPointFields,
  collectionPointKey,
} from './registers/collection-point.ts'
import {
  type CustomerEducation,
  checkCustomerEducation,
  customerEducationFields,
  customerEducationKey,
} from './registers/customer-education.ts'
import { checkIncident, type Incident, incidentFields, incidentKey } from './registers/incident.ts'
import {
  checkIncidentNotice,
  type IncidentNotice,
  incidentNoticeFields,
  incidentNoticeKey,
} from './registers/incident-notice.ts'
import {
  checkPrivacyMeeting,
  type PrivacyMeeting,
  privacyMeetingFields,
  privacyMeetingKey,
} from './registers/meeting.ts'
import {
  checkPartner,
  checkPartnerAudit,
  type Partner,
  type PartnerAudit,
  partnerAuditFields,
  partnerAuditKey,
  partnerFields,
  partnerKey,
} from './registers/partner.ts'
import {
  checkPolicyCheck,
  checkPolicyPage,
  checkPolicySurface,
  checkPolicyVersion,
  type PolicyCheck,
  type PolicyPage,
  type PolicySurface,
  type PolicyVersion,
  policyCheckFields,
  policyCheckKeys,
  policyPageFields,
  policyPageKey,
  policySurfaceFields,
  policySurfaceKey,
  policyVersionFields,
  policyVersionKey,
} from './registers/policy.ts'
import {
  checkSecurityFinding,
  type SecurityFinding,
  securityFindingFields,
  securityFindingKey,
} from './registers/security-finding.ts'
import { type SecurityScan, securityScanFields, securityScanKey } from './registers/security-scan.ts'
import {
  checkStaffLeave,
  checkStaffRole,
  type StaffLeave,
  type StaffRole,
  staffLeaveFields,
  staffLeaveKey,
  staffRoleFields,
  staffRoleKey,
} from './registers/staff.ts'
import { type SystemEntry, systemFields, systemKey } from './registers/system-inventory.ts'
import {
  checkTrainingSession,
  type ExamAttempt,
  examAttemptFields,
  examAttemptKey,
  type TrainingCompletion,
  type TrainingSession,
  trainingCompletionFields,
  trainingCompletionKey,
  trainingSessionFields,
  trainingSessionKey,
} from './registers/training.ts'

/** Row type of each register. */
export interface RegisterRows {
  'staff-roles': StaffRole
  'staff-leave': StaffLeave
  'training-completions': TrainingCompletion
  'exam-attempts': ExamAttempt
  'training-sessions': TrainingSession
  partners: Partner
  'partner-audits': PartnerAudit
  incidents: Incident
  'incident-notices': IncidentNotice
  'security-assessments': SecurityAssessment
  'policy-versions': PolicyVersion
  'policy-surfaces': PolicySurface
  'policy-pages': PolicyPage
  'policy-checks': PolicyCheck
  'collection-points': CollectionPoint
  'partner-agreements': PartnerAgreement
  'privacy-meetings': PrivacyMeeting
  'customer-education': CustomerEducation
  systems: SystemEntry
  'security-scans': SecurityScan
  'audit-rounds': AuditRound
  'audit-findings': AuditFinding
  'security-findings': SecurityFinding
  bookings: Bookings
}

export type RegisterId = keyof RegisterRows

export interface Register<Row> {
  readonly fields: readonly Field[]
  /** Unique keys of a row, usually one. */
  readonly keys: (row: Row) => readonly (readonly string[])[]
  /** Checks of a row beyond its cells. */
  readonly check: (row: TableRow<Row>, known: Known) => readonly CheckFault[]
  /** Checks across rows. */
  readonly checkAll?: (rows: readonly TableRow<Row>[], known: Known) => readonly CheckFault[]
}

const fine = (): readonly CheckFault[] => []
const one =
  <Row>(key: (row: Row) => string[]) =>
  (row: Row): string[][] => [key(row)]

/** All evidence registers, in filling order: a register comes before those that refer to it. */
export const registers: { readonly [Id in RegisterId]: Register<RegisterRows[Id]> } = {
  'staff-roles': { fields: staffRoleFields, keys: one(staffRoleKey), check: checkStaffRole },
  'staff-leave': {
    fields: staffLeaveFields,
    keys: one(staffLeaveKey),
    check: checkStaffLeave,
    checkAll: overlappingLeave,
  },
  'training-completions': { fields: trainingCompletionFields, keys: one(trainingCompletionKey), check: fine },
  'exam-attempts': { fields: examAttemptFields, keys: one(examAttemptKey), check: fine },
  'training-sessions': { fields: trainingSessionFields, keys: one(trainingSessionKey), check: checkTrainingSession },
  partners: { fields: partnerFields, keys: one(partnerKey), check: checkPartner },
  'partner-audits': { fields: partnerAuditFields, keys: one(partnerAuditKey), check: checkPartnerAudit },
  incidents: { fields: incidentFields, keys: one(incidentKey), check: checkIncident },
  'incident-notices': { fields: incidentNoticeFields, keys: one(incidentNoticeKey), check: checkIncidentNotice },
  'security-assessments': { fields: securityAssessmentFields, keys: one(securityAssessmentKey), check: fine },
  'policy-versions': { fields: policyVersionFields, keys: one(policyVersionKey), check: checkPolicyVersion },
  'policy-surfaces': { fields: policySurfaceFields, keys: one(policySurfaceKey), check: checkPolicySurface },
  'policy-pages': { fields: policyPageFields, keys: one(policyPageKey), check: checkPolicyPage },
  'policy-checks': { fields: policyCheckFields, keys: policyCheckKeys, check: checkPolicyCheck },
  'collection-points': { fields: collectionPointFields, keys: one(collectionPointKey), check: checkCollectionPoint },
  'partner-agreements': {
    fields: partnerAgreementFields,
    keys: one(partnerAgreementKey),
    check: checkPartnerAgreement,
  },
  'privacy-meetings': { fields: privacyMeetingFields, keys: one(privacyMeetingKey), check: checkPrivacyMeeting },
  'customer-education': {
    fields: customerEducationFields,
    keys: one(customerEducationKey),
    check: checkCustomerEducation,
  },
  systems: { fields: systemFields, keys: one(systemKey), check: fine },
  'security-scans': { fields: securityScanFields, keys: one(securityScanKey), check: fine },
  'audit-rounds': { fields: auditRoundFields, keys: one(auditRoundKey), check: checkAuditRound },
  'audit-findings': { fields: auditFindingFields, keys: one(auditFindingKey), check: checkAuditFinding },
  'security-findings': { fields: securityFindingFields, keys: one(securityFindingKey), check: checkSecurityFinding },
  bookings: { fields: bookingsFields, keys: one(bookingsKey), check: fine },
}

export const REGISTER_IDS = Object.keys(registers) as RegisterId[]

export const isRegisterId = (text: string): text is RegisterId => Object.hasOwn(registers, text)

/** Returns the faults of rows: duplicate keys (whether or not the rows agree) and the faults of each row. */
export function checkRows<Id extends RegisterId>(
  id: Id,
  rows: readonly TableRow<RegisterRows[Id]>[],
  known: Known,
): CheckFault[] {
  const { keys, check, checkAll, fields } = registers[id]
  const first = new Map<string, number>()
  const each = rows.flatMap((row) => {
    const repeated = keys(row.cells).flatMap((key): CheckFault[] => {
      const identity = JSON.stringify(key)
      const otherRow = first.get(identity)
      if (otherRow === undefined) first.set(identity, row.rowNumber)
      if (otherRow === undefined) return []
      const field = fields[0]?.name ?? ''
      return [{ rowNumber: row.rowNumber, field, code: 'duplicate', text: key.join(', '), expected: '', otherRow }]
    })
    const cells = row.cells as unknown as Readonly<Record<string, Cell>>
    return [...repeated, ...check(row, known), ...checkDays(row.rowNumber, fields, cells, known)]
  })
  return [...each, ...(checkAll?.(rows, known) ?? [])]
}
