import { isCountry } from '@wayproof/kernel/people/country'
import { type CheckFault, outOfOrder } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import { DATA_CLASSES } from '../data-class.ts'
import type { Description } from '../description.ts'
import { GRADES } from '../grade.ts'

/**
 * A third party that receives data from the company. `countries`: places of processing, ISO 3166-1 alpha-2.
 * `offboarded`: first day on which it is out.
 */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'name', kind: 'text', required: true },
  { name: 'service', kind: 'text', required: true },
  { name: 'processesPersonalData', kind: 'yes-no', required: true },
  { name: 'dataClasses', kind: 'list', required: false, values: DATA_CLASSES },
  { name: 'countries', kind: 'list', required: false, known: 'countries' },
  { name: 'criticality', kind: 'text', required: false, values: GRADES },
  { name: 'onboarded', kind: 'day', required: true, planned: true },
  { name: 'offboarded', kind: 'day', required: false },
] as const satisfies readonly Field[]

export type Partner = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<Partner>): CheckFault[] {
  const faults = outOfOrder(rowNumber, cells.onboarded, 'offboarded', cells.offboarded)
  const strange = (cells.countries ?? []).filter((country) => !isCountry(country))
  if (strange.length > 0)
    faults.push({ rowNumber, field: 'countries', code: 'unknown-country', text: strange.join('|'), expected: 'CN|DE' })
  return faults
}

export const partners = {
  table: 'partner',
  fields,
  key: ['id'],
  keeper: 'procurement',
  check,
} as const satisfies Description<Partner>
