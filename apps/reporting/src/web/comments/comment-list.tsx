import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { type CommentPage, client, queryClient, type ShownComment, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { CommentItem } from './comment-item.tsx'
import styles from './comments.module.css'

/** Shows 10 comments per page. A comment stays in place after coding until the reader turns the page. */
export function CommentList({ period }: { readonly period: string }) {
  const text = useLanguage().words.reporting.comments
  const [filters, setFilters] = useState(NO_FILTERS)
  const [requestedPage, setPage] = useState(0)
  const [selected, setSelected] = useState<readonly string[]>([])
  const query = useQuery({
    ...trpc.comment.list.queryOptions({ period, page: requestedPage, ...queryOf(useDeferredValue(filters)) }),
    placeholderData: keepPreviousData,
  })
  const { comments = [], book = [], languages = [], read = 0, all = 0, matching = 0, pages = 0 } = query.data ?? {}
  const page = query.data?.page ?? requestedPage
  function turn(to: number) {
    setSelected([])
    setPage(to)
  }
  function change(next: Filters) {
    setFilters(next)
    turn(0)
  }
  const isFiltered = filters !== NO_FILTERS
  return (
    <Panel title={text.list} actions={<span className={ui.soft}>{text.progress(read, all)}</span>}>
      <CommentFilters filters={filters} book={book} languages={languages} onChange={change} />
      {query.error ? <ErrorNote error={query.error} /> : null}
      {comments.length > 0 ? (
        <BulkCoding comments={comments} selected={selected} book={book} onSelect={setSelected} />
      ) : null}
      {query.data && comments.length === 0 ? (
        <p className={styles.none}>{isFiltered && !filters.unread ? text.noMatch : text.allRead}</p>
      ) : null}
      <ul className={styles.list}>
        {comments.map((comment, index) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            index={index + 1}
            codes={book}
            isSelected={selected.includes(comment.id)}
            onSelect={(isSelected) =>
              setSelected(isSelected ? [...selected, comment.id] : selected.filter((id) => id !== comment.id))
            }
          />
        ))}
      </ul>
      <div className={ui.buttons}>
        {pages > 1 ? (
          <>
            <Button variant="default" disabled={page === 0} onClick={() => turn(page - 1)}>
              {text.before}
            </Button>
            <Button variant="default" disabled={page + 1 >= pages} onClick={() => turn(page + 1)}>
              {text.next}
            </Button>
            <span className={styles.pages}>{text.pages(page + 1, pages)}</span>
          </>
        ) : null}
        {isFiltered ? <span className={styles.pages}>{text.matching(matching, all)}</span> : null}
      </div>
    </Panel>
  )
}

interface BulkCodingProps {
  readonly comments: readonly ShownComment[]
  /** The ids of the selected comments. */
  readonly selected: readonly string[]
  readonly book: CommentPage['book']
  readonly onSelect: (ids: readonly string[]) => void
}

/** Selects all comments of the page, and adds a theme to the selected ones or marks them as read. */
function BulkCoding({ comments, selected, book, onSelect }: BulkCodingProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.comments
  const [theme, setTheme] = useState('')
  const code = useMutation({
    mutationFn: async (added: readonly string[]) => {
      for (const { id } of comments.filter((comment) => selected.includes(comment.id)))
        await client.comment.code.mutate({ comment: id, added: [...added] })
    },
    onSuccess: () => onSelect([]),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.comment.list.queryKey() })
      void queryClient.invalidateQueries({ queryKey: trpc.comment.summary.queryKey() })
    },
  })
  return (
    <div className={styles.bulk}>
      <Checkbox
        label={selected.length === 0 ? text.selectAll : text.selected(selected.length)}
        checked={selected.length === comments.length}
        indeterminate={selected.length > 0 && selected.length < comments.length}
        onChange={({ currentTarget: { checked } }) => onSelect(checked ? comments.map(({ id }) => id) : [])}
      />
      {selected.length > 0 ? (
        <>
          <NativeSelect
            aria-label={text.addTheme}
            value={theme}
            data={[
              { value: '', label: text.chooseTheme },
              ...book.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: name[locale] })),
            ]}
            onChange={({ currentTarget: { value } }) => setTheme(value)}
          />
          <Button disabled={theme === ''} loading={code.isPending} onClick={() => code.mutate([theme])}>
            {text.apply}
          </Button>
          <Button variant="default" disabled={code.isPending} onClick={() => code.mutate([])}>
            {text.applyRead}
          </Button>
        </>
      ) : null}
      {code.error ? <ErrorNote error={code.error} /> : null}
    </div>
  )
}

interface Filters {
  readonly search: string
  /** The id of a theme, or one of the two other choices. */
  readonly theme: string
  readonly language: string
  readonly unread: boolean
}

const ANY = ''
const NONE = 'none'

const MOST_CHARACTERS = 100

const NO_FILTERS: Filters = { search: '', theme: ANY, language: ANY, unread: false }

/** The filters as the server takes them. */
const queryOf = ({ search, theme, language, unread }: Filters) => ({
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
function CommentFilters({ filters, book, languages, onChange }: CommentFiltersProps) {
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
