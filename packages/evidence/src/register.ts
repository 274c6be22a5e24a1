import type { RowOf } from './import/field.ts'
import { bookings } from './registers/bookings.ts'
import { collectionPoints } from './registers/collection-point.ts'
import { customerEducation } from './registers/customer-education.ts'
import type { Description } from './registers/description.ts'
import { incidents } from './registers/incidents/incident.ts'
import { incidentNotices } from './registers/incidents/incident-notice.ts'
import { auditFindings } from './registers/partners/audit-finding.ts'
import { auditRounds } from './registers/partners/audit-round.ts'
import { partners } from './registers/partners/partner.ts'
import { partnerAgreements } from './registers/partners/partner-agreement.ts'
import { partnerAudits } from './registers/partners/partner-audit.ts'
import { policyChecks } from './registers/policies/policy-check.ts'
import { policyPages } from './registers/policies/policy-page.ts'
import { policySurfaces } from './registers/policies/policy-surface.ts'
import { policyVersions } from './registers/policies/policy-version.ts'
import { privacyMeetings } from './registers/privacy-meeting.ts'
import { securityAssessments } from './registers/security/security-assessment.ts'
import { securityFindings } from './registers/security/security-finding.ts'
import { securityScans } from './registers/security/security-scan.ts'
import { systems } from './registers/security/system.ts'
import { examAttempts } from './registers/staff/exam-attempt.ts'
import { staffLeave } from './registers/staff/staff-leave.ts'
import { staffRoles } from './registers/staff/staff-role.ts'
import { trainingCompletions } from './registers/staff/training-completion.ts'
import { trainingSessions } from './registers/staff/training-session.ts'

/** All evidence registers, in filling order: a register comes before those that refer to it. */
const descriptions = {
  'staff-roles': staffRoles,
  'staff-leave': staffLeave,
  'training-completions': trainingCompletions,
  'exam-attempts': examAttempts,
  'training-sessions': trainingSessions,
  partners,
  'partner-audits': partnerAudits,
  incidents,
  'incident-notices': incidentNotices,
  'security-assessments': securityAssessments,
  'policy-versions': policyVersions,
  'policy-surfaces': policySurfaces,
  'policy-pages': policyPages,
  'policy-checks': policyChecks,
  'collection-points': collectionPoints,
  'partner-agreements': partnerAgreements,
  'privacy-meetings': privacyMeetings,
  'customer-education': customerEducation,
  systems,
  'security-scans': securityScans,
  'audit-rounds': auditRounds,
  'audit-findings': auditFindings,
  'security-findings': securityFindings,
  bookings,
}

/** Exact type of each description, from which other types are derived. */
export type Descriptions = typeof descriptions

export type RegisterId = keyof Descriptions

/** Row type of each register. */
export type RegisterRows = { readonly [Id in RegisterId]: RowOf<Descriptions[Id]['fields']> }

export interface Register<Row> extends Description<Row> {
  readonly references?: { readonly [Name in keyof Row & string]?: readonly RegisterId[] }
}

export const registers: { readonly [Id in RegisterId]: Register<RegisterRows[Id]> } = descriptions

export const REGISTER_IDS = Object.keys(registers) as RegisterId[]

export const isRegisterId = (text: string): text is RegisterId => Object.hasOwn(registers, text)

/** Registers whose rows describe individual staff members. */
export type StaffRegister = {
  [Id in RegisterId]: Descriptions[Id] extends { readonly personal: object } ? Id : never
}[RegisterId]

export const STAFF_REGISTERS = REGISTER_IDS.filter((id): id is StaffRegister => registers[id].personal !== undefined)
