import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { type FilterText, writeFilters } from '@wayproof/evidence/rows/row-filter'
import { isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { useLanguage } from '../language.tsx'
import styles from '../row-list/row-list.module.css'

interface FilterChipsProps {
  readonly register: RegisterId
  readonly filters: readonly FilterText[]
  readonly onChange: (filters: readonly FilterText[]) => void
}

/** Each filter as a chip that removes it. */
export function FilterChips({ register, filters, onChange }: FilterChipsProps) {
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
