import type { RowFault } from '@wayproof/evidence'
import { BASIS_KINDS, type TravelerRow, type TravelerRowFault } from '@wayproof/survey'

/** The faults of traveler rows in the form of the other registers'. */
export function travelerFaults(faults: readonly TravelerRowFault[], rows: readonly TravelerRow[]): RowFault[] {
  const cells = new Map(rows.map(({ rowNumber, cells }) => [rowNumber, cells]))
  return faults.map((fault) => rowFault(fault, cells.get(fault.rowNumber)))
}

/** Their codes name the same things. */
function rowFault({ rowNumber, code, figures }: TravelerRowFault, cells: TravelerRow['cells'] = {}): RowFault {
  const told = TRAVELER_FAULTS[code]
  const field = typeof figures?.field === 'string' ? figures.field : (told?.column ?? null)
  const text = String(field === null ? '' : (cells[field] ?? '')).slice(0, TEXT_TOLD)
  const other = typeof figures?.row === 'number' ? { otherRow: figures.row } : {}
  return { rowNumber, column: field, code: told?.code ?? 'bad-value', text, expected: told?.expected ?? '', ...other }
}

const TEXT_TOLD = 40

interface TravelerFault {
  readonly code: RowFault['code']
  readonly expected?: string
  readonly column?: string
}

const TRAVELER_FAULTS: Readonly<Record<string, TravelerFault>> = {
  'cell-empty': { code: 'required' },
  'text-too-long': { code: 'too-long', expected: '100' },
  'month-invalid': { code: 'bad-month', expected: 'YYYY-MM' },
  'country-invalid': { code: 'bad-value', expected: 'CN, DE, CN DE' },
  'basis-invalid': { code: 'bad-value', expected: BASIS_KINDS.join(', ') },
  'day-invalid': { code: 'bad-day', expected: 'YYYY-MM-DD' },
  'email-invalid': { code: 'bad-value', expected: 'name@company.example' },
  'customer-twice': { code: 'duplicate', column: 'customerNumber' },
  'address-twice': { code: 'duplicate', column: 'email' },
  'address-taken': { code: 'taken', column: 'email' },
}
