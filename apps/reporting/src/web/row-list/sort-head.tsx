import { getRouteApi, Link } from '@tanstack/react-router'
import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import { useLanguage } from '../language.tsx'
import { shownSort, standardSort } from './row-columns.ts'
import styles from './row-list.module.css'
import { sortOf } from './rows-search.ts'

const route = getRouteApi('/inside/registers/$register')

/** A heading that sorts: upward, then downward, then in the standard order of the register. */
export function SortHead({ register, field }: { readonly register: RegisterId; readonly field: Field }) {
  const { words } = useLanguage()
  const requestedSort = route.useSearch().sort
  const standard = standardSort(register)
  const sort = sortOf(shownSort(register, requestedSort))
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const name = names[field.name] ?? field.name
  const direction = sort?.field === field.name ? (sort.isDescending ? 'descending' : 'ascending') : undefined
  const upward = requestedSort === undefined && standard === `-${field.name}` ? field.name : undefined
  const downward = standard === `-${field.name}` ? undefined : `-${field.name}`
  const next = direction === undefined ? field.name : direction === 'ascending' ? downward : upward
  const isNumber = (field.kind === 'integer' && !field.year) || field.kind === 'number'
  return (
    <th scope="col" aria-sort={direction} data-number={isNumber || undefined}>
      <Link
        className={styles.sort}
        to="/registers/$register"
        params={{ register }}
        search={({ page: _, sort: __, ...current }) => (next ? { ...current, sort: next } : current)}
        replace
        resetScroll={false}
      >
        {name}
        <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}</span>
      </Link>
    </th>
  )
}
