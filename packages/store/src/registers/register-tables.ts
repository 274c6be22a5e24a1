import { type Cell, REGISTER_IDS, type RegisterId, type RegisterRows, registers } from '@wayproof/evidence'
import { columnName, type Value, valueOfCell } from './register-columns.ts'

/** The table of a register. A row has one or several records, each with the key and then the values. */
export interface RegisterTable<Row> {
  readonly table: string
  readonly key: readonly string[]
  /** Seals contain digests over the columns in this order. */
  readonly values: readonly string[]
  readonly records: (row: Row) => readonly (readonly Value[])[]
}

function tableOf<Id extends RegisterId>(id: Id): RegisterTable<RegisterRows[Id]> {
  const { table, fields, key, itemColumn, computed } = registers[id]
  const keyNames: readonly string[] = key
  const others = fields.map(({ name }) => name).filter((name) => !keyNames.includes(name))
  const computedPlace = computed ? others.indexOf(computed.after) + 1 : others.length
  const columns = (names: readonly string[]) => names.map((name) => columnName(id, name))
  const [before, after] = [others.slice(0, computedPlace), others.slice(computedPlace)]
  const itemPlace = keyNames.indexOf(itemColumn?.field ?? '')
  return {
    table,
    key: columns(keyNames),
    values: [...columns(before), ...(computed?.columns ?? []), ...columns(after)],
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
