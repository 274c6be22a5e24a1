import { countedYear, type RegisterId, type RegisterRows } from '@wayproof/evidence'

export type Value = string | number | null

/** Where a register lies: one or several records a row, each its key and then its values. */
export interface RegisterTable<Row> {
  readonly table: string
  readonly key: readonly string[]
  readonly values: readonly string[]
  readonly records: (row: Row) => readonly (readonly Value[])[]
}

const bit = (yes: boolean): number => (yes ? 1 : 0)
const list = (items: readonly string[] | null): string | null => items?.join(',') ?? null

function table<Row>(
  name: string,
  key: readonly string[],
  values: readonly string[],
  record: (row: Row) => readonly Value[],
): RegisterTable<Row> {
  return { table: name, key, values, records: (row) => [record(row)] }
}

export const registerTables: { readonly [Id in RegisterId]: RegisterTable<RegisterRows[Id]> } = {
  'staff-roles': table('staff_role', ['number', 'role'], ['unit', 'start_day', 'end_day'], (row) => [
    row.number,
    row.role,
    row.unit,
    row.startDay,
    row.endDay,
  ]),
  'staff-leave': table('staff_leave', ['number', 'from_day'], ['to_day'], (row) => [
    row.number,
    row.fromDay,
    row.toDay,
  ]),
  'training-completions': table('training_completion', ['number', 'completed_at'], [], (row) => [
    row.number,
    row.completedAt,
  ]),
  'exam-attempts': table('exam_attempt', ['number', 'taken_at'], ['score'], (row) => [
    row.number,
    row.takenAt,
    row.score,
  ]),
  'training-sessions': table('training_session', ['quarter'], ['held_on'], (row) => [row.quarter, row.heldOn]),
  partners: table(
    'partner',
    ['id'],
    [
      ...['name', 'service', 'processes_personal_data', 'data_classes', 'countries', 'criticality'],
      ...['onboarded', 'offboarded'],
    ],
    (row) => [
      ...[row.id, row.name, row.service, bit(row.processesPersonalData), list(row.dataClasses), list(row.countries)],
      ...[row.criticality, row.onboarded, row.offboarded],
    ],
  ),
  'partner-audits': table(
    'partner_audit',
    ['partner_id', 'report_date'],
    ['result', 'full_scope', 'evidence_class', 'corrective_plan_on'],
    (row) => [row.partnerId, row.reportDate, row.result, bit(row.fullScope), row.evidenceClass, row.correctivePlanOn],
  ),
  incidents: table(
    'incident',
    ['id'],
    [
      'title',
      'occurred',
      'discovered',
      'confirmed',
      'counted_year',
      'year_assumed',
      'disclosure',
      'customer_data',
      'state',
      'severity',
      'cause',
      'data_classes',
      'partner_id',
      'records',
      'records_to',
    ],
    (row) => {
      const counted = countedYear(row)
      if (!counted) throw new RangeError(`incident ${row.id} has no year`)
      const { year, assumed } = counted
      const dates = [row.occurred, row.discovered, row.confirmed, year, bit(assumed)]
      const what = [row.disclosure, bit(row.customerData), row.state, row.severity, row.cause, list(row.dataClasses)]
      return [row.id, row.title, ...dates, ...what, row.partnerId, row.records, row.recordsTo]
    },
  ),
  'incident-notices': table(
    'incident_notice',
    ['incident_id', 'duty'],
    ['wanted', 'notified_at', 'facts', 'reference', 'reason'],
    (row) => [row.incidentId, row.duty, bit(row.wanted), row.notifiedAt, list(row.facts), row.reference, row.reason],
  ),
  'security-assessments': table('security_assessment', ['id'], ['performed_on', 'full_scope'], (row) => [
    row.id,
    row.performedOn,
    bit(row.fullScope),
  ]),
  'policy-versions': table('policy_version', ['version'], ['approved_on', 'effective_on'], (row) => [
    row.version,
    row.approvedOn,
    row.effectiveOn,
  ]),
  'policy-surfaces': table(
    'policy_surface',
    ['id'],
    ['name', 'kind', 'url', 'languages', 'collects_personal_data', 'active_from', 'active_to'],
    (row) => [
      row.id,
      row.name,
      row.kind,
      row.url,
      row.languages.join(','),
      bit(row.collectsPersonalData),
      row.activeFrom,
      row.activeTo,
    ],
  ),
  'policy-pages': table('policy_page', ['surface_id', 'language'], ['url'], (row) => [
    row.surfaceId,
    row.language,
    row.url,
  ]),
  'policy-checks': {
    table: 'policy_check',
    key: ['surface_id', 'language', 'version', 'checked_on'],
    values: ['published_on'],
    records: ({ surfaceId, languages, version, checkedOn, publishedOn }) =>
      languages.map((language) => [surfaceId, language, version, checkedOn, publishedOn]),
  },
  'collection-points': table(
    'collection_point',
    ['point_id', 'field'],
    ['form', 'place', 'mandatory', 'needed', 'purpose', 'notice_version', 'checked_on'],
    (row) => [
      row.pointId,
      row.field,
      row.form,
      row.place,
      bit(row.mandatory),
      bit(row.needed),
      row.purpose,
      row.noticeVersion,
      row.checkedOn,
    ],
  ),
  'partner-agreements': table('partner_agreement', ['partner_id', 'signed_on'], ['expires_on'], (row) => [
    row.partnerId,
    row.signedOn,
    row.expiresOn,
  ]),
  'privacy-meetings': table('privacy_meeting', ['held_on'], ['minutes', 'actions_agreed', 'actions_closed'], (row) => [
    row.heldOn,
    bit(row.minutes),
    row.actionsAgreed,
    row.actionsClosed,
  ]),
  'customer-education': table(
    'customer_education',
    ['id'],
    ['title', 'place', 'published_on', 'audience', 'languages'],
    (row) => [row.id, row.title, row.place, row.publishedOn, row.audience, row.languages.join(',')],
  ),
  systems: table(
    'system',
    ['id'],
    ['name', 'customer_data', 'encrypted_at_rest', 'encrypted_in_transit', 'checked_on'],
    (row) => [
      row.id,
      row.name,
      bit(row.customerData),
      bit(row.encryptedAtRest),
      bit(row.encryptedInTransit),
      row.checkedOn,
    ],
  ),
  'security-scans': table('security_scan', ['id'], ['kind', 'performed_on'], (row) => [
    row.id,
    row.kind,
    row.performedOn,
  ]),
  'audit-rounds': table(
    'audit_round',
    ['partner_id', 'year'],
    ['scope', 'planned_on', 'sent_on', 'answered_on', 'reviewed_on', 'closed_on'],
    (row) => [
      ...[row.partnerId, row.year, row.scope, row.plannedOn, row.sentOn, row.answeredOn],
      ...[row.reviewedOn, row.closedOn],
    ],
  ),
  'audit-findings': table(
    'audit_finding',
    ['id'],
    [
      ...['partner_id', 'found_on', 'finding', 'severity', 'action', 'owner', 'due_on'],
      ...['done_on', 'checked_on', 'effective'],
    ],
    (row) => [
      ...[row.id, row.partnerId, row.foundOn, row.finding, row.severity, row.action, row.owner, row.dueOn],
      ...[row.doneOn, row.checkedOn, row.effective === null ? null : bit(row.effective)],
    ],
  ),
  'security-findings': table(
    'security_finding',
    ['id'],
    ['found_in', 'found_on', 'finding', 'severity', 'owner', 'due_on', 'fixed_on'],
    (row) => [...[row.id, row.foundIn, row.foundOn, row.finding, row.severity, row.owner, row.dueOn], ...[row.fixedOn]],
  ),
  bookings: table('bookings', ['month', 'channel'], ['count'], (row) => [row.month, row.channel, row.count]),
}
