import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { checkRows } from '../checks/check-rows.ts'
import { staffNumbers } from '../checks/off-roster.ts'
import type { CheckContext } from '../checks/row-check.ts'
import type { RowFault } from '../import/table-fault.ts'
import { type RegisterId, type RegisterRows, registers } from '../register.ts'
import { cellText } from './cell-text.ts'
import { keyFields } from './key-fields.ts'
import type { Cells, RegisterView, RowPorts, RowWrite, StoredRow } from './ports.ts'
import { readCells, type Texts } from './read-cells.ts'
import { referencesTo } from './references.ts'
import type { WriteFault } from './write-fault.ts'

export interface WriteRow {
  readonly register: RegisterId
  readonly what:
    | { readonly kind: 'add'; readonly texts: Texts }
    /** `seen`: the row as shown to the user who corrects or removes it. */
    | { readonly kind: 'correct'; readonly key: string; readonly texts: Texts; readonly seen: Texts }
    | { readonly kind: 'remove'; readonly key: string; readonly seen: Texts }
    | { readonly kind: 'restore'; readonly key: string }
  readonly reason: string
  /** Id of the user. */
  readonly by: string
}

interface WritePorts extends Omit<RowPorts, 'rows'> {
  readonly rows: Pick<RowPorts['rows'], 'write'>
}

/** The register during a write, with what is not stored. */
interface CheckedView extends RegisterView, Pick<CheckContext, 'now' | 'timeZone'> {}

type Decision = Promise<Outcome<RowWrite, WriteFault>>

/** Adds, corrects, removes or restores one row by hand, with the checks of an import. Returns the written keys. */
export async function writeRow(
  { rows, clock, timeZone }: WritePorts,
  { register, what, reason, by }: WriteRow,
): Promise<Outcome<readonly string[], WriteFault>> {
  const why = reason.trim()
  if (why === '') return fail('reason-missing')
  const now = clock.now()
  return rows.write(register, { at: now, by, reason: why }, async (view) => {
    const decided = await decide(register, what, { ...view, now, timeZone })
    return decided.ok ? ok([decided.value]) : decided
  })
}

async function decide(register: RegisterId, what: WriteRow['what'], view: CheckedView): Decision {
  if (what.kind === 'add') return decideAdd(register, what.texts, view)
  if (what.kind === 'restore') return decideRestore(register, what.key, view)
  const row = await view.find(what.key)
  if (!row) return fail('row-unknown')
  const changed = changesSince(register, what.seen, row)
  if (changed.length > 0) return { ok: false, fault: { code: 'row-changed', changes: changed } }
  return what.kind === 'remove' ? decideRemove(register, row, view) : decideCorrect(register, what.texts, row, view)
}

async function decideAdd(register: RegisterId, texts: Texts, view: CheckedView): Decision {
  const outcome = readCells(register, texts)
  if (!outcome.ok) return outcome
  const taken = await view.taken(outcome.value)
  return taken.length > 0 ? fail('row-exists') : checked(register, outcome.value, view)
}

async function decideCorrect(register: RegisterId, texts: Texts, row: StoredRow, view: CheckedView): Decision {
  const outcome = readCells(register, texts)
  if (!outcome.ok) return outcome
  const differ = registers[register].fields.filter(
    (field) => cellText(field, row.cells[field.name] ?? null) !== cellText(field, outcome.value[field.name] ?? null),
  )
  if (differ.length === 0) return fail('row-unchanged')
  if (differ.some(({ name }) => keyFields(register).includes(name))) return fail('key-changed')
  return checked(register, outcome.value, view)
}

async function decideRemove(register: RegisterId, row: StoredRow, view: CheckedView): Decision {
  const id = row.cells[keyFields(register)[0] ?? ''] ?? null
  const referring: RegisterId[] = []
  for (const [other, field] of referencesTo(register)) if (await view.has(other, field, id)) referring.push(other)
  if (referring.length > 0) return { ok: false, fault: { code: 'row-referred-to', registers: referring } }
  return ok({ kind: 'remove', key: row.key })
}

async function decideRestore(register: RegisterId, key: string, view: CheckedView): Decision {
  const cells = await view.removed(key)
  if (!cells) return fail('row-unknown')
  const valid = await checked(register, cells, view)
  return valid.ok ? ok({ kind: 'restore', key }) : valid
}

async function checked(
  register: RegisterId,
  cells: Cells,
  { held: readReferences, now, timeZone }: CheckedView,
): Decision {
  const context = { ...(await readReferences(staffNumbers(register, [{ cells }]))), now, timeZone }
  const faults = checkCells(register, cells, context)
  return faults.length > 0 ? { ok: false, fault: { code: 'bad-cells', cells: faults } } : ok({ kind: 'put', cells })
}

const changesSince = (register: RegisterId, seenTexts: Texts, { cells }: StoredRow) =>
  registers[register].fields
    .map((field) => ({
      field: field.name,
      seen: seenTexts[field.name] ?? '',
      now: cellText(field, cells[field.name] ?? null),
    }))
    .filter((each) => each.seen !== each.now)

/** Returns the faults that an import of this row alone would find beyond its cells; `column` is the field. */
function checkCells<Id extends RegisterId>(register: Id, cells: Cells, context: CheckContext): RowFault[] {
  const row = { rowNumber: 1, cells: cells as unknown as RegisterRows[Id] }
  return checkRows(register, [row], context).map(({ field, ...fault }) => ({ ...fault, column: field }))
}
