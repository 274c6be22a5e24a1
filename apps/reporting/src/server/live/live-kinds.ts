import { DESK_ROLES, READER_ROLES, USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import type { AuditAct } from '@wayproof/journal/audit-log/audit-entry'
import { MANAGER_ROLES } from '../accounts/manager-roles.ts'
import { THIRD_ROLES } from '../approvals/approvers.ts'
import type { ARRIVAL_ACTS } from './arrival-acts.ts'

/** Kinds of things that change, with the roles that may read them and so may hear of a change. */
export const HEARERS = {
  rows: READER_ROLES,
  imports: READER_ROLES,
  deadlines: READER_ROLES,
  actions: READER_ROLES,
  meetings: READER_ROLES,
  waves: READER_ROLES,
  comments: READER_ROLES,
  closing: READER_ROLES,
  rules: READER_ROLES,
  samples: READER_ROLES,
  policies: READER_ROLES,
  editions: READER_ROLES,
  settings: USER_ROLES,
  approvals: USER_ROLES,
  decisions: ['executive', 'officer', 'auditor'],
  questions: ['officer'],
  questionnaires: ['officer'],
  requests: DESK_ROLES,
  reports: ['case-handler'],
  accounts: [...MANAGER_ROLES, ...THIRD_ROLES],
} as const satisfies Readonly<Record<string, readonly UserRole[]>>

export type LiveKind = keyof typeof HEARERS

export const LIVE_KINDS = Object.keys(HEARERS) as readonly LiveKind[]

export const mayHear = (role: UserRole, kind: LiveKind): boolean =>
  (HEARERS[kind] as readonly UserRole[]).includes(role)

const NOTHING: readonly LiveKind[] = []
const ROWS: readonly LiveKind[] = ['rows', 'deadlines']
const IMPORTS: readonly LiveKind[] = ['imports', 'rows', 'deadlines']
const ACTIONS: readonly LiveKind[] = ['actions', 'deadlines']
const MEETINGS: readonly LiveKind[] = ['meetings', 'actions', 'deadlines']
const WAVES: readonly LiveKind[] = ['waves', 'deadlines']
const CLOSING: readonly LiveKind[] = ['closing', 'deadlines']
const SAMPLES: readonly LiveKind[] = ['samples', 'actions', 'deadlines']
const POLICIES: readonly LiveKind[] = ['policies', 'deadlines']
const EDITIONS: readonly LiveKind[] = ['editions', 'deadlines']
/** Everything that sample data fills, and the organization that it stands for. */
const SAMPLE_DATA: readonly LiveKind[] = [
  ...(['rows', 'imports', 'deadlines', 'actions', 'meetings', 'waves', 'comments', 'closing'] as const),
  ...(['rules', 'samples', 'policies', 'editions', 'settings', 'decisions', 'requests'] as const),
]

/** The kinds of things that each act changes. Acts that only read change nothing. */
const KINDS: Readonly<Record<AuditAct, readonly LiveKind[]>> = {
  'signed-in': NOTHING,
  'sign-in-failed': NOTHING,
  'signed-out': NOTHING,
  'sessions-ended': NOTHING,
  'password-changed': NOTHING,
  'second-factor-set': ['accounts'],
  'second-factor-removed': ['accounts'],
  invited: ['accounts'],
  'invitation-withdrawn': ['accounts'],
  joined: ['accounts'],
  'role-changed': ['accounts'],
  'appointment-proposed': ['accounts'],
  'appointment-confirmed': ['accounts'],
  'appointment-withdrawn': ['accounts'],
  'user-removed': ['accounts'],
  'password-reset': NOTHING,
  'officer-recovery': ['accounts'],
  'second-factor-reset-asked': ['accounts'],
  'second-factor-reset': ['accounts'],
  'key-made': ['accounts'],
  'key-ended': ['accounts'],
  'read-by-key': NOTHING,
  'approval-asked': ['approvals'],
  'approval-approved': ['approvals'],
  'approval-declined': ['approvals'],
  'approval-withdrawn': ['approvals'],
  'approval-expired': ['approvals'],
  'setting-changed': ['settings'],
  'rule-proposed': ['rules'],
  'rule-decided': ['rules'],
  'rule-withdrawn': ['rules'],
  imported: IMPORTS,
  'import-undone': IMPORTS,
  'row-corrected': ROWS,
  'empty-month-confirmed': ROWS,
  'empty-month-withdrawn': ROWS,
  'evidence-attached': ROWS,
  'evidence-withdrawn': ROWS,
  exported: NOTHING,
  'comments-read': NOTHING,
  'comments-coded': ['comments'],
  'case-read': NOTHING,
  'case-recorded': ['requests'],
  'case-corrected': ['requests'],
  'case-answered': ['requests'],
  'case-closed': ['requests'],
  'flood-closed': ['requests'],
  'flood-reopened': ['requests'],
  'report-read': NOTHING,
  'report-handled': ['reports'],
  'policy-check-ordered': POLICIES,
  'policy-text-added': POLICIES,
  'questionnaire-drafted': ['questionnaires'],
  'questionnaire-restored': ['questionnaires'],
  'questionnaire-proposed': ['questionnaires', 'deadlines'],
  'questionnaire-published': ['questionnaires', 'waves'],
  'questionnaire-discarded': ['questionnaires'],
  'language-saved': ['questionnaires'],
  'language-activated': ['questionnaires'],
  'language-deactivated': ['questionnaires'],
  'wave-opened': WAVES,
  'wave-left-out': WAVES,
  'wave-reminded': WAVES,
  'wave-paused': WAVES,
  'wave-resumed': WAVES,
  'closing-day-proposed': WAVES,
  'closing-day-decided': WAVES,
  'wave-closed': WAVES,
  'wave-key-lost': WAVES,
  'wave-key-destroyed': WAVES,
  'answers-recounted': WAVES,
  'invitations-sent-again': WAVES,
  'letters-released': WAVES,
  'letters-canceled': WAVES,
  'address-suppressed': WAVES,
  'question-answered': ['questions'],
  'sample-drawn': SAMPLES,
  'finding-recorded': SAMPLES,
  'sample-sealed': SAMPLES,
  'action-added': ACTIONS,
  'action-changed': ACTIONS,
  'action-withdrawn': ACTIONS,
  'outcome-recorded': ACTIONS,
  'meeting-planned': MEETINGS,
  'meeting-changed': MEETINGS,
  'meeting-cancelled': MEETINGS,
  'meeting-held': MEETINGS,
  'minutes-finished': MEETINGS,
  frozen: CLOSING,
  'freeze-taken-back': CLOSING,
  signed: CLOSING,
  closed: CLOSING,
  reopened: CLOSING,
  'reopening-withdrawn': CLOSING,
  published: CLOSING,
  'report-withdrawn': CLOSING,
  'edition-sent': EDITIONS,
  'edition-sent-again': EDITIONS,
  'executive-decided': ['decisions'],
  erased: WAVES,
  'backed-up': NOTHING,
  'restore-proven': NOTHING,
  restored: ['settings'],
  'move-begun': ['settings'],
  'key-rotated': NOTHING,
  'deployment-check-begun': NOTHING,
  'sample-data-loaded': SAMPLE_DATA,
  'sample-data-removed': SAMPLE_DATA,
  'entries-deleted': NOTHING,
}

type Arrival = (typeof ARRIVAL_ACTS)[keyof typeof ARRIVAL_ACTS]

/** A request changes deadlines, too, but who may not read requests must not hear that one came. */
const ARRIVED: Readonly<Record<Arrival, readonly LiveKind[]>> = {
  'request-arrived': ['requests'],
  'policy-checked': ['policies'],
}

/** The kinds of things that an act changes; none if the act is unknown. */
export const kindsOf = (act: string): readonly LiveKind[] =>
  Object.hasOwn(KINDS, act) ? KINDS[act as AuditAct] : Object.hasOwn(ARRIVED, act) ? ARRIVED[act as Arrival] : NOTHING
