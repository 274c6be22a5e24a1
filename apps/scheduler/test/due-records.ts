import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import type { DeadlineKind } from '@wayproof/oversight/deadlines/deadline'

/** Records of every kind that is due on a day, with the subject of its deadline and the roles that have to do it. */
export interface DueRecord {
  readonly subject: string
  readonly part?: string
  readonly dueOn: string
  readonly roles: readonly string[]
  readonly rows: Parameters<TestDatabase['insert']>[0]
}

const IMPORTED = { import_id: 'i', row_number: 1 }
const PARTNER = { service: 'coaches', processes_personal_data: true, onboarded: '2024-01-01', ...IMPORTED }
const FINDING = { finding: 'f', severity: 'low', owner: 'o', found_on: '2026-01-10', ...IMPORTED }
const FROZEN = { figures: '{}', definitions: '{}', evidence: '{}', actions: '{}', frozen_by_id: 'u', frozen_by: 'U' }

/** By kind, except notices, which count in hours, and openings, which end with their day. */
export const DUE_RECORDS: Readonly<Record<Exclude<DeadlineKind, 'notice' | 'opening'>, DueRecord>> = {
  request: {
    ...{ subject: 'case', part: 'deletion', dueOn: '2026-06-30', roles: ['customer-service', 'officer'] },
    rows: {
      rights_case: [
        {
          ...{ id: 'case', kind: 'deletion', regime: 'eu', received_on: '2026-04-01', due_on: '2026-06-30' },
          ...{ status: 'received', anonymous: true, locale: 'en', channel: 'page' },
        },
      ],
    },
  },
  report: {
    ...{ subject: 'report', part: 'acknowledge', dueOn: '2026-06-30', roles: ['case-handler'] },
    rows: {
      whistle_report: [
        {
          ...{ id: 'report', reporter: 'staff', locale: 'en', received_on: '2026-06-23', status: 'received' },
          ...{ anonymous: true, concerns_officer: false },
        },
      ],
    },
  },
  'audit-finding': {
    ...{ subject: 'AF-1', dueOn: '2026-06-30', roles: ['procurement'] },
    rows: { audit_finding: [{ id: 'AF-1', partner_id: 'P-1', due_on: '2026-06-30', ...FINDING }] },
  },
  'security-finding': {
    ...{ subject: 'SF-1', dueOn: '2026-06-30', roles: ['it-security'] },
    rows: { security_finding: [{ id: 'SF-1', found_in: 'A-1', due_on: '2026-06-30', ...FINDING }] },
  },
  agreement: {
    ...{ subject: 'P-2', dueOn: '2026-06-30', roles: ['procurement'] },
    rows: {
      partner: [{ id: 'P-2', name: 'Sunline', ...PARTNER }],
      partner_agreement: [
        { partner_id: 'P-2', signed_on: '2024-01-01', expires_on: '2025-06-30', ...IMPORTED },
        { partner_id: 'P-2', signed_on: '2025-06-30', expires_on: '2026-06-30', ...IMPORTED },
      ],
    },
  },
  assessment: {
    ...{ subject: 'A-1', dueOn: '2026-06-30', roles: ['it-security'] },
    rows: { security_assessment: [{ id: 'A-1', performed_on: '2025-06-30', full_scope: true, ...IMPORTED }] },
  },
  // The task of a month begins on the day after it.
  'empty-month': { subject: '2026-05', dueOn: '2026-06-14', roles: ['it-security'], rows: {} },
  'partner-audit': {
    ...{ subject: 'P-3:2026', part: 'send', dueOn: '2026-06-30', roles: ['procurement'] },
    rows: {
      partner: [{ id: 'P-3', name: 'Vela', ...PARTNER }],
      audit_round: [{ partner_id: 'P-3', year: 2026, scope: 's', planned_on: '2026-06-30', ...IMPORTED }],
    },
  },
  'policy-review': {
    ...{ subject: '6', dueOn: '2026-06-30', roles: ['officer'] },
    rows: { policy_version: [{ version: '6', approved_on: '2025-06-30', ...IMPORTED }] },
  },
  action: {
    ...{ subject: 'remedy', part: 'staff-training', dueOn: '2026-06-30', roles: ['human-resources', 'officer'] },
    rows: {
      remedy: [
        {
          ...{ id: 'remedy', period: '2024-H1', goal: 'staff-training', note: 'n', action: 'a', effect: 'e' },
          ...{ owner: 'human-resources', due_on: '2026-06-30' },
          ...{ decided_at: new Date('2026-01-02T00:00:00Z'), decided_by: 'U' },
        },
      ],
    },
  },
  improvement: {
    ...{ subject: 'improvement', dueOn: '2026-06-30', roles: ['customer-service', 'officer'] },
    rows: {
      improvement: [
        {
          ...{ id: 'improvement', period: '2025-H2', text_zh: '改', text_en: 'Better', chosen_by: 'U' },
          owner: 'customer-service',
          chosen_at: new Date('2026-01-02T00:00:00Z'),
        },
      ],
    },
  },
  meeting: { subject: '2026-Q2', dueOn: '2026-06-30', roles: ['officer'], rows: {} },
  freeze: { subject: '2025-H2', dueOn: '2026-03-01', roles: ['officer'], rows: {} },
  signature: {
    ...{ subject: '2025-H1', part: 'partner-audit', dueOn: '2026-06-30', roles: ['procurement'] },
    rows: {
      period_freeze: [
        { id: 'freeze', period: '2025-H1', version: 1, frozen_at: new Date('2026-06-16T02:00:00Z'), ...FROZEN },
      ],
    },
  },
  seal: { subject: '2025-H1', dueOn: '2026-07-07', roles: ['officer'], rows: {} },
  holidays: { subject: '2027', dueOn: '2026-12-31', roles: ['officer'], rows: {} },
}
