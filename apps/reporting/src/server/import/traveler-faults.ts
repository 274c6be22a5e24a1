import type { BadRows, RowFault } from '@wayproof/evidence/import/table-fault'
import type { TravelerRowFault, TravelersFault } from '@wayproof/survey/travelers/import-travelers'
import { BASIS_KINDS } from '@wayproof/survey/travelers/legal-basis'

/** Converts the faults of traveler rows into the format of other registers, whose codes have the same names. */
export const travelerFaults = ({ rows, total }: TravelersFault): BadRows => ({
  code: 'bad-rows',
  rows: rows.map(rowFault),
  total,
})

function rowFault({ rowNumber, code, text, figures }: TravelerRowFault): RowFault {
  const faultText = TRAVELER_FAULTS[code]
  const column = typeof figures?.field === 'string' ? figures.field : (faultText?.column ?? null)
  const otherRow = typeof figures?.row === 'number' ? { otherRow: figures.row } : {}
  const expectedValue = String(faultText?.expected ?? figures?.today ?? '')
  return { rowNumber, column, code: faultText?.code ?? 'bad-value', text, expected: expectedValue, ...otherRow }
}

interface TravelerFault {
  readonly code: RowFault['code']
  readonly expected?: string
  readonly column?: string
}

const TRAVELER_FAULTS: Readonly<Record<string, TravelerFault>> = {
  'cell-empty': { code: 'required' },
  'text-too-long': { code: 'too-long', expected: '100' },
  'month-invalid': { code: 'bad-month', expected: 'YYYY-MM' },
  'month-in-future': { code: 'in-future' },
  'country-invalid': { code: 'unknown-country' },
  'basis-invalid': { code: 'bad-value', expected: BASIS_KINDS.join(', ') },
  'day-invalid': { code: 'bad-day', expected: 'YYYY-MM-DD' },
  'email-invalid': { code: 'not-email', expected: 'name@company.example' },
  'customer-twice': { code: 'duplicate', column: 'customerNumber' },
}
