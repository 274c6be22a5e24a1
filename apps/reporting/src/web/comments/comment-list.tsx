import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { CommentItem } from './comment-item.tsx'
import styles from './comments.module.css'

/** Shows 20 comments per page. A comment stays in place after coding until the reader turns the page. */
export function CommentList({ period }: { readonly period: string }) {
  const text = useLanguage().words.reporting.comments
  const [onlyUnread, setOnlyUnread] = useState(false)
  const [requestedPage, setPage] = useState(0)
  const query = useQuery({
    ...trpc.comment.list.queryOptions({ period, unread: onlyUnread, page: requestedPage }),
    placeholderData: keepPreviousData,
  })
  const { comments = [], book = [], read = 0, all = 0, page = requestedPage, pages = 0 } = query.data ?? {}
  return (
    <Panel title={text.list} actions={<span className={ui.soft}>{text.progress(read, all)}</span>}>
      <Checkbox
        label={text.unread}
        checked={onlyUnread}
        onChange={({ currentTarget: { checked } }) => {
          setOnlyUnread(checked)
          setPage(0)
        }}
      />
      {query.error ? <ErrorNote error={query.error} /> : null}
      {query.data && comments.length === 0 ? <p className={styles.none}>{text.allRead}</p> : null}
      <ul className={styles.list}>
        {comments.map((comment, index) => (
          <CommentItem key={comment.id} comment={comment} index={index + 1} codes={book} />
        ))}
      </ul>
      {pages > 1 ? (
        <div className={ui.buttons}>
          <Button variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {text.before}
          </Button>
          <Button variant="default" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {text.next}
          </Button>
          <span className={styles.pages}>{text.pages(page + 1, pages)}</span>
        </div>
      ) : null}
    </Panel>
  )
}
