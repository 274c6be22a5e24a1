import { editDistance } from '@wayproof/kernel/settings/edit-distance'
import type { Cell } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import { LONGEST_TEXT, type RowFault, type RowFaultCode } from '../import/table-fault.ts'
import type { RegisterId } from '../register.ts'
import { referenceTargets } from '../rows/references.ts'

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

/** A row that a reference may mean. */
export interface ReferenceCandidate {
  readonly id: string
  /** Null for a row without a name. */
  readonly name: string | null
}

/** How much farther the second nearest must be. */
const CLEARLY = 2

/** Letters that are typed for digits. */
const DIGITS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1' }

/** Without width, case, spaces and punctuation. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
const plainId = (text: string): string => plain(text).replaceAll(/[oli]/g, (letter) => DIGITS[letter] ?? letter)
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

/** The edits that a name of this length may have. A Chinese name is short, and one character is much of it. */
const allowedEdits = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2)

/**
 * The row that a reference was probably meant to be, if one is clearly the nearest. Another number is another row, so an
 * identifier may differ only in its form and in letters like O for 0; a name may have one or two edits outside its digits.
 */
export function nearestReference(text: string, candidates: readonly ComparedCandidate[]): ReferenceCandidate | null {
  const typed = formsOf(text, text)
  if (typed.name === '') return null
  const allowed = allowedEdits(typed.name.length)
  const ranked = candidates
    .map(({ candidate, forms }) => ({ candidate, edits: editsTo(forms, typed, allowed + CLEARLY) }))
    .toSorted((one, other) => one.edits - other.edits)
  const [first, second] = ranked
  if (!first || first.edits > allowed) return null
  const room = (second?.edits ?? Number.POSITIVE_INFINITY) - first.edits
  return room >= (first.edits === 0 ? 1 : CLEARLY) ? first.candidate : null
}

interface Forms {
  readonly id: string
  readonly name: string
  readonly digits: string
}

/** A row in the form in which texts are compared, because a file may have many texts. */
interface ComparedCandidate {
  readonly candidate: ReferenceCandidate
  readonly forms: Forms
}

export const comparedCandidate = (candidate: ReferenceCandidate): ComparedCandidate => ({
  candidate,
  forms: formsOf(candidate.id, candidate.name ?? ''),
})

function formsOf(id: string, named: string): Forms {
  const name = plain(named)
  return { id: plainId(id), name, digits: digitsOf(name) }
}

function editsTo(other: Forms, typed: Forms, most: number): number {
  if (other.id === typed.id) return 0
  if (other.name === '' || other.digits !== typed.digits) return Number.POSITIVE_INFINITY
  return editDistance(typed.name, other.name, most)
}
