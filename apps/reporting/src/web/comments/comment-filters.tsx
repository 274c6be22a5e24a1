import { Checkbox, NativeSelect } from '@mantine/core'
import type { CommentPage } from '../api.ts'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './comments.module.css'

export interface Filters {
  readonly search: string
  /** The id of a theme, or one of the two other choices. */
  readonly theme: string
  readonly language: string
  readonly unread: boolean
}

const ANY = ''
const NONE = 'none'

const MOST_CHARACTERS = 100

export const NO_FILTERS: Filters = { search: '', theme: ANY, language: ANY, unread: false }

/** The filters as the server takes them. */
export const queryOf = ({ search, theme, language, unread }: Filters) => ({
  unread,
  ...(search.trim() === '' || search.length > MOST_CHARACTERS ? {} : { search: search.trim() }),
  ...(theme === ANY ? {} : { code: theme === NONE ? null : theme }),
  ...(language === ANY ? {} : { language }),
})

interface CommentFiltersProps {
  readonly filters: Filters
  readonly book: CommentPage['book']
  readonly languages: CommentPage['languages']
  readonly onChange: (filters: Filters) => void
}

/** Narrows the list of comments. Languages that few comments have are not offered. */
export function CommentFilters({ filters, book, languages, onChange }: CommentFiltersProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.comments
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <div className={styles.filters}>
      <TextField
        type="search"
        label={text.search}
        value={filters.search}
        maxLength={MOST_CHARACTERS}
        onChange={({ currentTarget: { value } }) => onChange({ ...filters, search: value })}
      />
      <NativeSelect
        label={text.theme}
        value={filters.theme}
        data={[
          { value: ANY, label: text.anyTheme },
          { value: NONE, label: text.noTheme },
          ...book.map(({ id, name }) => ({ value: id, label: name[locale] })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ ...filters, theme: value })}
      />
      {languages.length > 1 ? (
        <NativeSelect
          label={text.language}
          value={filters.language}
          data={[
            { value: ANY, label: text.anyLanguage },
            ...languages.map((value) => ({ value, label: names.of(value) ?? value })),
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ ...filters, language: value })}
        />
      ) : null}
      <Checkbox
        className={styles.unread}
        label={text.unread}
        checked={filters.unread}
        onChange={({ currentTarget: { checked } }) => onChange({ ...filters, unread: checked })}
      />
    </div>
  )
}
