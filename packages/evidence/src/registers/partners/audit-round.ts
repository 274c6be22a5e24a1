import { type CheckContext, type CheckFault, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'

/** The steps of an audit, in order; each has its date. */
export const ROUND_STEPS = ['planned', 'sent', 'answered', 'reviewed', 'closed'] as const

export type RoundStep = (typeof ROUND_STEPS)[number]

/**
 * The yearly audit of a partner in progress: planned, sent, answered, reviewed, closed. `plannedOn` may lie in the
 * future.
 */
const fields = [
  { name: 'partnerId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'year', kind: 'integer', year: true, required: true, min: 1990, max: 2199 },
  { name: 'scope', kind: 'text', required: true, maxLength: 300 },
  { name: 'plannedOn', kind: 'day', required: true, planned: true },
  { name: 'sentOn', kind: 'day', required: false, past: true },
  { name: 'answeredOn', kind: 'day', required: false, past: true },
  { name: 'reviewedOn', kind: 'day', required: false, past: true },
  { name: 'closedOn', kind: 'day', required: false, past: true },
] as const satisfies readonly Field[]

export type AuditRound = RowOf<typeof fields>

const STEP_FIELDS = ['sentOn', 'answeredOn', 'reviewedOn', 'closedOn'] as const

/** The last completed step. */
const roundStep = (row: AuditRound): RoundStep =>
  ROUND_STEPS[STEP_FIELDS.filter((field) => row[field] !== null).length] ?? 'planned'

/** Steps may not be skipped or out of order, and an offboarded partner is not audited. */
function check({ rowNumber, cells }: TableRow<AuditRound>, context: CheckContext): CheckFault[] {
  const faults = unknown(rowNumber, 'partnerId', cells.partnerId, context.partners, 'unknown-partner')
  const out = context.partners.get(cells.partnerId) ?? null
  const begun = cells.sentOn ?? cells.plannedOn
  if (out !== null && begun >= out)
    faults.push({
      ...{ rowNumber, field: cells.sentOn === null ? 'plannedOn' : 'sentOn', code: 'partner-offboarded' as const },
      ...{ text: begun, expected: out },
    })
  STEP_FIELDS.forEach((field, place) => {
    const [day, before] = [cells[field], STEP_FIELDS[place - 1]]
    if (day === null || before === undefined) return
    const earlier = cells[before]
    if (earlier === null) faults.push({ rowNumber, field: before, code: 'step-missing', text: '', expected: field })
    else if (day < earlier) faults.push({ rowNumber, field, code: 'out-of-order', text: day, expected: earlier })
  })
  return faults
}

export const auditRounds = {
  table: 'audit_round',
  fields,
  key: ['partnerId', 'year'],
  keeper: 'procurement',
  references: { partnerId: ['partners'] },
  check,
  due: { field: 'plannedOn', done: 'closedOn' },
  state: roundStep,
} as const satisfies Description<AuditRound>
