import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { isPublicAddress } from '@wayproof/kernel/network/public-address'
import type { StoredReferences } from '../checks/row-check.ts'
import type { Cell } from '../import/field.ts'
import { type RegisterId, registers } from '../register.ts'
import type { Cells } from '../rows/ports.ts'

/** Everything that the in-memory stores of registers share. */
export interface RegisterMemory {
  /** Changes with every change of any register. */
  revision: number
  /** Rows of each register by key. */
  readonly rows: Map<RegisterId, ReadonlyMap<string, Cells>>
  founded: CalendarDate | null
}

export const emptyRegisters = (): RegisterMemory => ({ revision: 0, rows: new Map(), founded: null })

export const rowsOf = ({ rows }: RegisterMemory, register: RegisterId): ReadonlyMap<string, Cells> =>
  rows.get(register) ?? new Map()

export function setRows(memory: RegisterMemory, register: RegisterId, rows: ReadonlyMap<string, Cells>): void {
  memory.revision += 1
  memory.rows.set(register, rows)
}

/** The stored rows of these cells by key: one row, or one for each item of a list among the key fields. */
export function rowsByKey(register: RegisterId, cells: Cells): readonly (readonly [key: string, cells: Cells])[] {
  const { key, itemColumn } = registers[register]
  const list = itemColumn && cells[itemColumn.field]
  const rows = Array.isArray(list)
    ? list.map((item: string) => ({ ...cells, [itemColumn?.field ?? '']: [item] }))
    : [cells]
  return rows.map((row: Cells) => [JSON.stringify(key.map((name) => String(row[name]))), row])
}

/** The data that new rows with these staff numbers are checked against. */
export function storedReferences(memory: RegisterMemory, staffNumbers: readonly string[]): StoredReferences {
  const cellsOf = (register: RegisterId) => [...rowsOf(memory, register).values()]
  const ids = (register: RegisterId, field = 'id') => cellsOf(register).map((cells) => String(cells[field]))
  const byId = <Value extends Cell>(register: RegisterId, field: string) =>
    new Map(cellsOf(register).map((cells) => [String(cells.id), (cells[field] ?? null) as Value | null]))
  const leaveOf = (number: string) =>
    cellsOf('staff-leave')
      .filter((cells) => cells.number === number)
      .map(({ fromDay, toDay }) => ({ fromDay: String(fromDay), toDay: String(toDay) }))
  return {
    partners: byId<CalendarDate>('partners', 'offboarded'),
    incidents: byId<Instant>('incidents', 'discovered'),
    examinations: new Set([...ids('security-assessments'), ...ids('security-scans')]),
    surfaces: new Set(ids('policy-surfaces')),
    versions: new Set(ids('policy-versions', 'version')),
    roster: new Set(ids('staff-roles', 'number').filter((number) => staffNumbers.includes(number))),
    leave: new Map(staffNumbers.map((number) => [number, leaveOf(number)])),
    isPublicAddress,
    founded: memory.founded,
  }
}
