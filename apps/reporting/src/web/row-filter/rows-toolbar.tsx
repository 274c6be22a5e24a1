import { Button, Checkbox } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { type FilterText, readFilters, writeFilters } from '@wayproof/evidence/rows/row-filter'
import type { RowView } from '@wayproof/evidence/rows/row-view'
import { isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { useRef, useState } from 'react'
import type { SavedView } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import type { RowColumns } from '../row-list/row-columns.ts'
import styles from '../row-list/row-list.module.css'
import { exportAddress, type RowsSearch } from '../row-list/rows-search.ts'
import { FilterForm } from './filter-form.tsx'
import { SavedViewActs, useSavedViews } from './saved-view-acts.tsx'

interface RowsToolbarProps {
  readonly register: RegisterId
  readonly columns: RowColumns
  readonly views: readonly { readonly view: RowView; readonly rows: number }[]
}

const route = getRouteApi('/inside/registers/$register')

/** Chooses rows, then how they are shown; the address holds both. */
export function RowsToolbar({ register, columns, views }: RowsToolbarProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const search = route.useSearch()
  const navigate = useNavigate()
  const saved = useSavedViews(register)
  const lost = saved.shown?.lost ?? []
  const [find, setFind] = useState(search.find ?? '')
  const [shownFind, setShownFind] = useState(search.find)
  // Another address, as with the browser's back button, has another search.
  if (search.find !== shownFind) {
    setShownFind(search.find)
    setFind(search.find ?? '')
  }
  /** Receives the focus when a chip or a form goes away. */
  const filterButton = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<'filter' | 'columns' | null>(null)
  const filters = readFilters(register, search.only ?? '')
  /** Every change leads to the first page. */
  function change({ page: _, ...next }: RowsSearch) {
    void navigate({ to: '/registers/$register', params: { register }, search: next, resetScroll: false })
  }
  function changeFilters(next: readonly FilterText[]) {
    filterButton.current?.focus()
    const { only: _, ...others } = search
    change(next.length === 0 ? others : { ...others, only: writeFilters(next) })
  }
  function submit() {
    const { find: _, ...others } = search
    change(find.trim() === '' ? others : { ...others, find: find.trim() })
  }
  function clear() {
    filterButton.current?.focus()
    setFind('')
    const { find: _, only: __, ...others } = search
    change(others)
  }
  const toggle = (panel: 'filter' | 'columns') => setOpen(open === panel ? null : panel)
  return (
    <div className={styles.toolbar}>
      <div className={styles.tools}>
        <Form isPassing className={styles.search} onSubmit={submit}>
          <TextField
            type="search"
            aria-label={text.search}
            placeholder={text.search}
            maxLength={100}
            value={find}
            onChange={({ currentTarget: { value } }) => setFind(value)}
          />
          <Button type="submit" variant="default">
            {text.find}
          </Button>
        </Form>
        <FilterChips register={register} filters={filters} onChange={changeFilters} />
        <Button ref={filterButton} variant="default" aria-expanded={open === 'filter'} onClick={() => toggle('filter')}>
          {text.filter}
        </Button>
        {search.find || filters.length > 0 ? <LinkButton onClick={clear}>{text.clear}</LinkButton> : null}
      </div>
      {open === 'filter' ? (
        <FilterForm
          register={register}
          onAdd={(filter) => {
            setOpen(null)
            changeFilters(readFilters(register, writeFilters([...filters, filter])))
          }}
        />
      ) : null}
      <div className={styles.tools}>
        <RowsViews register={register} views={views} saved={saved.views} shown={saved.shown} />
        <SavedViewActs register={register} saved={saved} />
        <span className={styles.right}>
          <Button variant="default" aria-expanded={open === 'columns'} onClick={() => toggle('columns')}>
            {text.columns}
          </Button>
          {(['csv', 'xlsx'] as const).map((form) => (
            <a key={form} href={exportAddress(register, form, search)} download>
              {text.exportAs(form.toUpperCase())}
            </a>
          ))}
        </span>
      </div>
      {lost.length > 0 ? (
        <Note tone="caution">{text.savedViews.lost(lost.join(words.reporting.shell.listed))}</Note>
      ) : null}
      {open === 'columns' ? (
        <ColumnChoice
          register={register}
          columns={columns}
          onChange={(chosen) => change({ ...search, columns: chosen })}
        />
      ) : null}
    </div>
  )
}

interface ColumnChoiceProps {
  readonly register: RegisterId
  readonly columns: RowColumns
  readonly onChange: (columns: string) => void
}

/** Chooses which fields the list shows. */
function ColumnChoice({ register, columns: { choices, shown: visibleFields }, onChange }: ColumnChoiceProps) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  return (
    <fieldset className={styles.columnChoice}>
      <legend>{words.reporting.rows.columns}</legend>
      {choices.map((field) => (
        <Checkbox
          key={field.name}
          label={names[field.name]}
          checked={visibleFields.includes(field)}
          // One column always stays.
          disabled={visibleFields.length === 1 && visibleFields.includes(field)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(
              choices
                .filter((each) => (each === field ? checked : visibleFields.includes(each)))
                .map(({ name }) => name)
                .join('.'),
            )
          }
        />
      ))}
    </fieldset>
  )
}

interface FilterChipsProps {
  readonly register: RegisterId
  readonly filters: readonly FilterText[]
  readonly onChange: (filters: readonly FilterText[]) => void
}

/** Each filter as a chip that removes it. */
function FilterChips({ register, filters, onChange }: FilterChipsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rows
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const fields: readonly Field[] = registers[register].fields
  const valueText = (value: string) => (isCalendarDate(value) ? day(value, locale) : value)
  const wordsOf = (filter: FilterText) => {
    const field = fields.find(({ name }) => name === filter.field)
    if (!('texts' in filter)) return text.range(valueText(filter.from), valueText(filter.to))
    const values = filter.texts.map((value) => {
      if (value === '') return text.emptyCell
      const isCode = field?.kind === 'yes-no' || (field?.values ?? field?.known)?.includes(value)
      return isCode ? (words.registers.values[value] ?? value) : valueText(value)
    })
    return values.join(words.reporting.shell.listed)
  }
  return filters.map((filter) => (
    <button
      key={writeFilters([filter])}
      type="button"
      className={styles.chip}
      onClick={() => onChange(filters.filter((other) => other !== filter))}
    >
      <span className="sr-only">{text.removeFilter}</span> <span>{names[filter.field]}</span>{' '}
      <span translate="no">{wordsOf(filter)}</span>
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <path d="M2 2l8 8M10 2l-8 8" />
      </svg>
    </button>
  ))
}

interface RowsViewsProps {
  readonly register: RegisterId
  readonly views: readonly { readonly view: RowView; readonly rows: number }[]
  /** The reader's own views. */
  readonly saved: readonly SavedView[]
  /** The own view that the address shows. */
  readonly shown: SavedView | null
}

/** The views of a register and the reader's own with their numbers of rows; the address holds the chosen one. */
function RowsViews({ register, views, saved, shown: savedView }: RowsViewsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rows
  const { view: shownView = 'all' } = route.useSearch()
  if (views.length === 0 && saved.length === 0) return null
  return (
    <nav className={styles.views} aria-label={text.viewsLabel}>
      {views.map(({ view, rows }) => (
        <Link
          key={view}
          to="/registers/$register"
          params={{ register }}
          search={({ page: _, view: __, ...current }) => (view === 'all' ? current : { ...current, view })}
          aria-current={!savedView && view === shownView ? 'page' : undefined}
          data-alarm={(view === 'overdue' && rows > 0) || undefined}
          resetScroll={false}
        >
          {text.views[view]} <span>{count(rows, locale)}</span>
        </Link>
      ))}
      {views.length === 0 ? (
        <Link to="/registers/$register" params={{ register }} search={{}} resetScroll={false}>
          {text.views.all}
        </Link>
      ) : null}
      {saved.map((view) => (
        <Link
          key={view.id}
          to="/registers/$register"
          params={{ register }}
          search={view.search}
          aria-current={view.id === savedView?.id ? 'page' : undefined}
          resetScroll={false}
        >
          <span translate="no">{view.name}</span> <span>{count(view.rows, locale)}</span>
        </Link>
      ))}
    </nav>
  )
}
