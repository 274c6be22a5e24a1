import type { Field } from '../import/field.ts'
import { type RegisterId, registers } from '../register.ts'
import type { ListSearch } from './list-search.ts'
import { readCellOf } from './read-cells.ts'
import { type FilterText, readFilters, writeFilters } from './row-filter.ts'
import { viewsOf } from './row-view.ts'

export interface KnownSearch {
  readonly search: ListSearch
  /** Fields that the register no longer has, and values of a field as `field:value`. */
  readonly lost: readonly string[]
}

/** Leaves out of a search what the register does not have. */
export function knownSearch(register: RegisterId, { find, only, view, sort, columns }: ListSearch): KnownSearch {
  const fields: readonly Field[] = registers[register].fields
  const isKnown = (name: string) => fields.some((field) => field.name === name)
  const lost = new Set<string>()
  const checkField = (name: string) => {
    if (!isKnown(name)) lost.add(name)
    return isKnown(name)
  }
  for (const part of only?.split(';') ?? []) if (part !== '') checkField(part.slice(0, Math.max(part.indexOf(':'), 0)))
  const filters = readFilters(register, only ?? '').flatMap((filter): readonly FilterText[] => {
    if (!('texts' in filter)) return [filter]
    const field = fields.find(({ name }) => name === filter.field)
    const texts = filter.texts.filter((each) => {
      const isValue = each === '' || !field || readCellOf(register, field, each) !== null
      if (!isValue) lost.add(`${filter.field}:${each}`)
      return isValue
    })
    return texts.length > 0 ? [{ ...filter, texts }] : []
  })
  const visibleColumns = columns?.split('.').filter(checkField)
  const hasView = view === undefined || viewsOf(register).includes(view)
  if (!hasView) lost.add(view)
  return {
    search: {
      ...(find ? { find } : {}),
      ...(filters.length > 0 ? { only: writeFilters(filters) } : {}),
      ...(view && hasView ? { view } : {}),
      ...(sort && checkField(sort.replace(/^-/, '')) ? { sort } : {}),
      ...(visibleColumns && visibleColumns.length > 0 ? { columns: visibleColumns.join('.') } : {}),
    },
    lost: [...lost],
  }
}
