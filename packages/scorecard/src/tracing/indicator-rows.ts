import type { Statement } from '@wayproof/database/query/query'
import type { RegisterId } from '@wayproof/evidence/register'
import { DONE_IN_TIME, FINDING_DUE, oldCritical } from '../facts/finding-facts.ts'
import { UNDECIDED } from '../facts/incident-facts.ts'
import { indicatorBase, watchedPages } from '../facts/indicator-facts.ts'
import type { TracedFigure } from '../sample/traced-figure.ts'
import { type InDialect, placeList, placesOf, tracedColumns } from './row-places.ts'

// The rows behind the second-tier indicators, under the conditions of their counts.

export const watchedRows: Statement = (dialect) => `${watchedPages(dialect)}
${tracedColumns({
  key: ['id', 'language'],
  label: "name || ' (' || language || ')'",
  numerator: 'watched',
  denominator: '1',
  places: placeList(
    placesOf('policy-surfaces', 't.id = shown.id'),
    placesOf('policy-pages', 't.surface_id = shown.id AND t.language = shown.language'),
  ),
})(dialect)}
FROM shown ORDER BY name, id, language`

const forms =
  (numerator: 'current' | 'minimal'): Statement =>
  (dialect) =>
    `${indicatorBase(dialect)}
${tracedColumns({
  key: ['point_id'],
  label: 'form',
  numerator,
  denominator: '1',
  places: placeList(placesOf('collection-points', 't.point_id = point.point_id')),
})(dialect)}
FROM point ORDER BY form, point_id`

interface Counted {
  readonly register: RegisterId
  readonly table: string
  readonly label: string
  readonly numerator?: string
  readonly denominator?: string
  readonly key?: readonly string[]
  readonly where: string | InDialect
}

/** Rows of one register, each counted separately. */
const each = ({
  register,
  table,
  label,
  numerator = '1',
  denominator = '0',
  key = ['r.id'],
  where,
}: Counted): Statement => {
  const columns = key.map((column) => `t.${column.replace(/^r\./, '')} = ${column}`).join(' AND ')
  const places = placeList(placesOf(register, columns))
  const traced = tracedColumns({ key, label, numerator, denominator, places })
  return (dialect) =>
    `${traced(dialect)} FROM ${table} r WHERE ${typeof where === 'string' ? where : where(dialect)} ORDER BY 1`
}

/** Months or quarters that have begun; each counts if the register has a row in it. */
const spans =
  (span: 'month' | 'quarter', register: RegisterId, within: string): Statement =>
  (dialect) =>
    `${indicatorBase(dialect)}
${tracedColumns({
  key: [span === 'month' ? 'name' : 'first'],
  label: span === 'month' ? 'name' : "substr(first, 1, 4) || '-Q' || ((CAST(substr(first, 6, 2) AS INTEGER) + 2) / 3)",
  numerator: `EXISTS (${placesOf(register, within)(dialect)})`,
  denominator: '1',
  places: placeList(placesOf(register, within)),
})(dialect)}
FROM ${span} ORDER BY 1`

const ofYear = 'substr(performed_on, 1, 4) = @year AND performed_on <= @asOf'

export const indicatorRows: Partial<Readonly<Record<TracedFigure, Statement>>> = {
  'consent-notices': forms('current'),
  'minimal-forms': forms('minimal'),
  'security-assessments': each({
    ...{ register: 'security-assessments', table: 'security_assessment', label: 'performed_on' },
    where: `full_scope AND ${ofYear}`,
  }),
  'vulnerability-scans': spans(
    'month',
    'security-scans',
    "t.kind = 'full-scan' AND substr(t.performed_on, 1, 7) = month.name AND t.performed_on <= @asOf",
  ),
  'penetration-tests': each({
    ...{ register: 'security-scans', table: 'security_scan', label: 'performed_on' },
    where: `kind = 'penetration-test' AND ${ofYear}`,
  }),
  'critical-findings': each({
    ...{ register: 'security-findings', table: 'security_finding', label: 'finding' },
    where: oldCritical,
  }),
  'audit-findings': each({
    ...{ register: 'audit-findings', table: 'audit_finding', label: 'finding', denominator: '1' },
    ...{ numerator: DONE_IN_TIME, where: FINDING_DUE },
  }),
  encryption: (dialect) => `${indicatorBase(dialect)}
${tracedColumns({
  key: ['id'],
  label: 'name',
  numerator: 'encrypted',
  denominator: '1',
  places: placeList(placesOf('systems', 't.id = system_with_data.id')),
})(dialect)}
FROM system_with_data ORDER BY name, id`,
  'undecided-incidents': each({
    ...{ register: 'incidents', table: 'incident', label: 'title' },
    where: UNDECIDED,
  }),
  exposure: each({
    ...{ register: 'bookings', table: 'bookings', key: ['r.month', 'r.channel'] },
    ...{ label: "r.month || ' ' || r.channel", numerator: 'count' },
    where: ({ oneOf }) => oneOf('r.month', '@months'),
  }),
  'all-staff-sessions': spans(
    'quarter',
    'training-sessions',
    't.held_on BETWEEN quarter.first AND quarter.last AND t.held_on <= @asOf',
  ),
  'agreements-signed': (dialect) => `${indicatorBase(dialect)}
${tracedColumns({
  key: ['id'],
  label: 'name',
  numerator: 'signed',
  denominator: '1',
  places: placeList(
    placesOf('partners', 't.id = partner_due.id'),
    placesOf('partner-agreements', 't.partner_id = partner_due.id AND t.signed_on <= @asOf'),
  ),
})(dialect)}
FROM partner_due ORDER BY name, id`,
  'education-notices': each({
    ...{ register: 'customer-education', table: 'customer_education', label: 'title' },
    where: 'published_on BETWEEN @firstDay AND @at',
  }),
  'privacy-meetings': spans(
    'quarter',
    'privacy-meetings',
    't.minutes AND t.held_on BETWEEN quarter.first AND quarter.last AND t.held_on <= @asOf',
  ),
  'meeting-actions': each({
    ...{ register: 'privacy-meetings', table: 'privacy_meeting', key: ['r.held_on'], label: 'held_on' },
    ...{ numerator: 'actions_closed', denominator: 'actions_agreed' },
    where: 'held_on BETWEEN @firstDay AND @at',
  }),
}
