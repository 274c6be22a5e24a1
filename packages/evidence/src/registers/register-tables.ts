import type { TypedColumn } from '@wayproof/database/query/dialect'
import type { Cell } from '../import/field.ts'
import { REGISTER_IDS, type RegisterId, type RegisterRows, registers } from '../register.ts'
import { columnsOf, typeOfKind, type Value, valueOfCell } from './register-columns.ts'

/** The table of a register. A row has one or several records, each with the key and then the values. */
export interface RegisterTable<Row> {
  readonly table: string
  readonly key: readonly string[]
  /** Seals contain digests over the columns in this order. */
  readonly values: readonly string[]
  /** Columns of the key and of the values, in this order. */
  readonly columns: readonly TypedColumn[]
  readonly records: (row: Row) => readonly (readonly Value[])[]
}

function tableOf<Id extends RegisterId>(id: Id): RegisterTable<RegisterRows[Id]> {
  const { table, fields, key, itemColumn, computed } = registers[id]
  const keyNames: readonly string[] = key
  const others = fields.map(({ name }) => name).filter((name) => !keyNames.includes(name))
  const computedPlace = computed ? others.indexOf(computed.after) + 1 : others.length
  const ofFields = columnsOf(id)
  const columns = (names: readonly string[]): readonly TypedColumn[] =>
    names.flatMap((name) => ofFields.filter(({ field }) => field.name === name))
  const computedColumns = (computed?.columns ?? []).map(({ name, kind }) => ({ name, type: typeOfKind(kind) }))
  const [before, after] = [others.slice(0, computedPlace), others.slice(computedPlace)]
  const itemPlace = keyNames.indexOf(itemColumn?.field ?? '')
  const values = [...columns(before), ...computedColumns, ...columns(after)]
  return {
    table,
    key: columns(keyNames).map(({ name }) => name),
    values: values.map(({ name }) => name),
    columns: [...columns(keyNames), ...values],
    records: (row) => {
      const cells = row as unknown as Readonly<Record<string, Cell>>
      const read = (names: readonly string[]): Cell[] => names.map((name) => cells[name] ?? null)
      const record = [...read(keyNames), ...read(before), ...(computed?.values(row) ?? []), ...read(after)]
      const items = record[itemPlace]
      if (!Array.isArray(items)) return [record.map(valueOfCell)]
      return items.map((item) => record.with(itemPlace, item).map(valueOfCell))
    },
  }
}

export const registerTables = Object.fromEntries(REGISTER_IDS.map((id) => [id, tableOf(id)])) as {
  readonly [Id in RegisterId]: RegisterTable<RegisterRows[Id]>
}
