import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { BulkCoding } from './bulk-coding.tsx'
import { CommentFilters, type Filters, NO_FILTERS, queryOf } from './comment-filters.tsx'
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
