import type { Cell } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import { LONGEST_TEXT, type RowFault, type RowFaultCode } from '../import/table-fault.ts'
import type { RegisterId } from '../register.ts'
import { referenceTargets } from '../rows/references.ts'
import {
  type ComparedCandidate,
  comparedCandidate,
  nearestReference,
  type ReferenceCandidate,
} from './nearest-reference.ts'

/** A reference of a file that a person corrects at its import, in all of its rows. */
export interface ReferenceRepair {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** A repair that the register proposes, with the name of the row that is probably meant. */
export interface ProposedRepair extends ReferenceRepair {
  readonly name: string | null
}

/** A repair as the import records it. */
export interface MadeRepair extends ReferenceRepair {
  /** The rows of the file that it changed. */
  readonly rows: number
}

/** The registers in which a fault has looked for the reference. */
const LOOKED_IN: Readonly<Partial<Record<RowFaultCode, readonly RegisterId[]>>> = {
  'unknown-partner': ['partners'],
  'unknown-incident': ['incidents'],
  'unknown-examination': ['security-assessments', 'security-scans'],
  'unknown-surface': ['policy-surfaces'],
  'unknown-version': ['policy-versions'],
}

type CandidatesOf = (register: RegisterId) => Promise<readonly ReferenceCandidate[]>

/** Adds to each unknown reference the one that is clearly nearest. */
export async function proposeRepairs<Fault extends RowFault>(
  register: RegisterId,
  fields: readonly string[],
  faults: readonly Fault[],
  candidatesOf: CandidatesOf,
): Promise<readonly (Fault & { readonly repair?: ProposedRepair })[]> {
  const loaded = new Map<RegisterId, readonly ComparedCandidate[]>()
  const proposed = []
  for (const fault of faults) {
    const lookedIn = LOOKED_IN[fault.code] ?? []
    const field = fields.find((name) => referenceTargets(register, name).some((target) => lookedIn.includes(target)))
    // A longer text was cut, so a repair of it would find no cell.
    if (!field || fault.text.length >= LONGEST_TEXT) {
      proposed.push(fault)
      continue
    }
    for (const target of lookedIn)
      if (!loaded.has(target)) loaded.set(target, (await candidatesOf(target)).map(comparedCandidate))
    const near = nearestReference(
      fault.text,
      lookedIn.flatMap((target) => loaded.get(target) ?? []),
    )
    proposed.push(near ? { ...fault, repair: { field, from: fault.text, to: near.id, name: near.name } } : fault)
  }
  return proposed
}

type CellRow = TableRow<Readonly<Record<string, Cell>>>

/** Corrects references in the rows of a file, and counts the rows of each repair. Other fields are never changed. */
export function repairRows(
  register: RegisterId,
  rows: readonly CellRow[],
  repairs: readonly ReferenceRepair[],
): { readonly rows: readonly CellRow[]; readonly made: readonly MadeRepair[] } {
  const valid = repairs.filter(({ field }) => referenceTargets(register, field).length > 0)
  if (valid.length === 0) return { rows, made: [] }
  const counts = new Map<ReferenceRepair, number>()
  const repaired = rows.map((row) => {
    const own = valid.filter(({ field, from }) => row.cells[field] === from)
    if (own.length === 0) return row
    for (const repair of own) counts.set(repair, (counts.get(repair) ?? 0) + 1)
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(own.map(({ field, to }) => [field, to])) } }
  })
  return { rows: repaired, made: [...counts].map(([{ field, from, to }, count]) => ({ field, from, to, rows: count })) }
}
