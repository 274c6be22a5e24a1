import { CASE_FIELDS } from './case-fields.ts'
import { after, kept, until } from './kept-field.ts'

const decidedBy = <const Table extends string, const Column extends string>(table: Table, columns: readonly Column[]) =>
  kept(table, columns, 'know-who-decided', 'staff-management', until('programme-end'))

const ofStaff = <const Table extends string, const Column extends string>(table: Table, columns: readonly Column[]) =>
  kept(table, columns, 'prove-training', 'legal-obligation', after('employment-end'))

/**
 * The register of personal data: every column that names a person or says something of one, also under a pseudonym.
 * A column of the schema stands here or in `impersonal-columns.ts`; a test refuses one that stands in neither.
 */
export const PERSONAL_FIELDS = [
  ...kept('traveler', ['id', 'customer_number'], 'invite', 'consent', after('last-trip')),
  ...kept('traveler', ['email_sealed', 'email_key', 'locale'], 'deliver', 'consent', after('last-trip')),
  ...kept('traveler', ['trip_type', 'channel', 'region'], 'measure', 'consent', after('last-trip')),
  ...kept('traveler', ['last_trip', 'adult'], 'invite', 'consent', after('last-trip')),
  ...kept(
    'traveler',
    [
      'residence',
      'basis',
      'basis_wording',
      'basis_names_surveys',
      'basis_notice',
      'basis_source',
      'basis_date',
      'basis_holds',
    ],
    'prove-basis',
    'legal-obligation',
    after('last-trip'),
  ),
  ...kept('invitation', ['id', 'traveler_id'], 'invite', 'consent', after('wave-close')),
  ...kept('invitation', ['cell_id', 'generation', 'answered'], 'invite', 'consent', until('unlinking')),
  ...kept('draft', ['invitation_id', 'sealed'], 'let-finish-later', 'consent', until('sending')),
  ...kept('answer', ['key'], 'let-change-answer', 'consent', until('unlinking')),
  ...kept('answer', ['cell_id', 'values'], 'measure', 'consent', after('wave-close')),
  ...kept('answer', ['comment', 'language'], 'measure', 'consent', until('unlinking')),
  ...kept('comment', ['language', 'text'], 'measure', 'consent', after('wave-close')),
  ...kept('coded_comment', ['code_id'], 'measure', 'consent', after('wave-close')),
  ...kept(
    'letter',
    ['recipient_id', 'locale', 'data', 'dedupe_key', 'reason', 'sent_at'],
    'deliver',
    'consent',
    after('letter'),
  ),
  ...kept('delivery', ['at', 'outcome', 'smtp_reply'], 'deliver', 'consent', after('letter')),
  ...kept('suppression', ['email_key', 'reason', 'at'], 'never-mail-again', 'legal-obligation', until('letters-end')),
  ...kept(
    'staff_role',
    ['number', 'role', 'unit', 'start_day', 'end_day'],
    'prove-training',
    'legal-obligation',
    after('employment-end'),
  ),
  ...kept(
    'staff_leave',
    ['number', 'from_day', 'to_day'],
    'prove-training',
    'staff-management',
    after('employment-end'),
  ),
  ...kept(
    'training_completion',
    ['number', 'completed_at'],
    'prove-training',
    'legal-obligation',
    after('employment-end'),
  ),
  ...kept(
    'exam_attempt',
    ['number', 'taken_at', 'score'],
    'prove-training',
    'legal-obligation',
    after('employment-end'),
  ),
  ...kept('register_change', ['key', 'before', 'after'], 'prove-training', 'legal-obligation', after('employment-end')),
  ...kept('evidence_piece', ['bytes'], 'prove-training', 'legal-obligation', after('employment-end')),
  ...kept(
    'evidence_attachment',
    ['key', 'file_name', 'source'],
    'prove-training',
    'legal-obligation',
    after('employment-end'),
  ),
  ...ofStaff('audit_sample', ['frame']),
  ...ofStaff('audit_sample_row', ['key', 'label', 'places', 'salt', 'note']),
  ...CASE_FIELDS,
  ...kept(
    'user',
    ['id', 'name', 'email', 'image', 'role', 'locale'],
    'sign-in',
    'staff-management',
    until('account-removal'),
  ),
  ...kept(
    'account',
    ['account_id', 'user_id', 'password', 'access_token', 'refresh_token', 'id_token'],
    'sign-in',
    'staff-management',
    until('account-removal'),
  ),
  ...kept(
    'session',
    ['token', 'user_id', 'ip_address', 'user_agent', 'created_at'],
    'sign-in',
    'staff-management',
    after('session-expiry'),
  ),
  ...kept('verification', ['identifier', 'value'], 'sign-in', 'staff-management', after('verification-expiry')),
  ...kept('rate_limit', ['key', 'last_request'], 'limit-guessing', 'legal-obligation', after('last-call')),
  ...kept(
    'user_invitation',
    ['email', 'role', 'locale', 'invited_by'],
    'sign-in',
    'staff-management',
    after('invitation-expiry'),
  ),
  ...kept('organisation', ['contact_email'], 'be-reachable', 'legal-obligation', until('replacement')),
  ...kept('checklist', ['confirmed_by'], 'know-who-decided', 'staff-management', until('replacement')),
  ...kept('wave', ['checklist'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...decidedBy('close_change', ['proposed_by_id', 'proposed_by', 'proposed_mailbox', 'decided_by_id', 'decided_by']),
  ...kept('rule_change', ['row_key', 'row_label'], 'prove-training', 'legal-obligation', after('employment-end')),
  ...kept(
    'rule_change',
    ['reason', 'proposed_by_id', 'proposed_by', 'proposed_mailbox', 'decided_by_id', 'decided_by'],
    'know-who-decided',
    'staff-management',
    until('programme-end'),
  ),
  ...decidedBy('period_freeze', ['actions', 'frozen_by_id', 'frozen_by', 'ended_by_id', 'ended_by']),
  ...decidedBy('goal_signature', ['signed_by_id', 'signed_by']),
  ...decidedBy('period_reopening', ['reopened_by_id', 'reopened_by', 'ended_by_id', 'ended_by']),
  ...kept('seal', ['signatures', 'actions'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...decidedBy('audit_sample', ['drawn_by_id', 'drawn_by', 'statement', 'sealed_by_id', 'sealed_by']),
  ...decidedBy('audit_sample_row', ['recorded_by_id', 'recorded_by']),
  ...decidedBy('published_report', ['published_by', 'withdrawn_by']),
  ...kept('remedy', ['decided_by'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...decidedBy('action_outcome', ['recorded_by']),
  ...kept('opening_question', ['left_out_by'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...decidedBy('improvement', ['owner', 'chosen_by', 'withdrawn_by']),
  ...kept('policy_text', ['added_by'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...kept('api_key', ['created_by_id', 'created_by'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...kept('column_mapping', ['mapped_by'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...kept('register_change', ['changed_by', 'reason'], 'know-who-decided', 'staff-management', until('programme-end')),
  ...decidedBy('evidence_attachment', ['attached_by', 'withdrawn_by', 'withdrawn_reason']),
  ...decidedBy('import_file', ['imported_by', 'undone_by', 'undo_reason']),
]

export type PersonalField = (typeof PERSONAL_FIELDS)[number]
