import { type RowFault, rowReader } from '@wayproof/evidence'
import { TRAVELER_FIELDS, type TravelerRow } from '@wayproof/survey'
import type { z } from 'zod'
import { travelersProfile } from '../import/profiles.ts'
import { travelerSchema } from './travelers-schema.ts'

const header = TRAVELER_FIELDS.map(({ name }) => name)

/** The travelers of a request as rows of a file, read by its rules, and what is wrong with them. The first is row 1. */
export function travelerRows(travelers: readonly unknown[]): { rows: TravelerRow[]; faults: RowFault[] } {
  const reader = rowReader(header, TRAVELER_FIELDS, travelersProfile)
  if (!reader.ok) throw new Error(reader.fault.code)
  const rows: TravelerRow[] = []
  const faults: RowFault[] = []
  for (const [place, traveler] of travelers.entries()) {
    const rowNumber = place + 1
    const shape = travelerSchema.safeParse(traveler)
    if (!shape.success) {
      faults.push(...shape.error.issues.flatMap((issue) => shapeFaults(issue, rowNumber, traveler)))
      continue
    }
    const record = header.map((name) => cellText(shape.data[name]))
    const cells = reader.value(record, rowNumber, (fault) => faults.push(fault))
    // The fields of a traveler are texts, a month, a day and yes-no.
    if (cells) rows.push({ rowNumber, cells: cells as TravelerRow['cells'] })
  }
  return { rows, faults }
}

function cellText(value: unknown): string {
  if (typeof value === 'boolean') return value ? travelersProfile.yesNo.yes[0]! : travelersProfile.yesNo.no[0]!
  // Half of a pair of code units is no character: shown as one that no cell may have.
  return typeof value === 'string' ? (value.isWellFormed() ? value : '\u0000') : ''
}

const TEXT_TOLD = 40
/** Unknown fields of one traveler that are told; a hostile body holds half a million. */
const MOST_UNKNOWN = 20

/** What is wrong with the shape of a traveler: no object, a field that is missing, of another type, or unknown. */
function shapeFaults(issue: z.core.$ZodIssue, rowNumber: number, traveler: unknown): RowFault[] {
  const fault = (column: string | null, found: unknown, expected: string): RowFault => {
    const text = found === undefined ? '' : JSON.stringify(found).slice(0, TEXT_TOLD)
    return { rowNumber, column, code: found === undefined ? 'required' : 'bad-value', text, expected }
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_UNKNOWN).map((key) => fault(null, key, header.join(', ')))
  }
  const [name] = issue.path
  if (typeof name !== 'string') return [fault(null, traveler, '{"customerNumber": …}')]
  const found = (traveler as Readonly<Record<string, unknown>>)[name]
  const field = TRAVELER_FIELDS.find((each) => each.name === name)
  const values = field && 'values' in field ? field.values.join(', ') : null
  return [fault(name, found, values ?? (field?.kind === 'yes-no' ? 'true, false' : '"…"'))]
}
