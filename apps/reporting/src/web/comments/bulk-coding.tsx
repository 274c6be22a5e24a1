import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type CommentPage, client, queryClient, type ShownComment, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from './comments.module.css'

interface BulkCodingProps {
  readonly comments: readonly ShownComment[]
  /** The ids of the selected comments. */
  readonly selected: readonly string[]
  readonly book: CommentPage['book']
  readonly onSelect: (ids: readonly string[]) => void
}

/** Selects all comments of the page, and adds a theme to the selected ones or marks them as read. */
export function BulkCoding({ comments, selected, book, onSelect }: BulkCodingProps) {
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
