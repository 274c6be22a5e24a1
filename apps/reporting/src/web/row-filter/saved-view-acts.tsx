import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence/register'
import { readListSearch } from '@wayproof/evidence/rows/list-search'
import { MAX_VIEW_NAME } from '@wayproof/evidence/rows/saved-view'
import { useRef, useState } from 'react'
import { client, queryClient, type SavedView, trpc, type User } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from '../row-list/row-list.module.css'
import { offerUndo } from '../undo/undo-offer.ts'
import { isPlainSearch, isSameSearch } from './same-search.ts'

interface SavedViewActsProps {
  readonly register: RegisterId
  readonly saved: ReturnType<typeof useSavedViews>
}

/** Names the search of the address, or renames and deletes the view that it already is. */
export function SavedViewActs({ register, saved: { search, shown: savedView, mayAsk } }: SavedViewActsProps) {
  const text = useLanguage().words.reporting.rows.savedViews
  const opener = useRef<HTMLSpanElement>(null)
  const [isNaming, setIsNaming] = useState(false)
  const refresh = () => void queryClient.invalidateQueries({ queryKey: trpc.registerRow.savedViews.queryKey() })
  const done = () => {
    setIsNaming(false)
    refresh()
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus())
  }
  const save = useMutation(trpc.registerRow.saveView.mutationOptions({ onSuccess: done }))
  const rename = useMutation(trpc.registerRow.renameView.mutationOptions({ onSuccess: done }))
  const remove = useMutation(
    trpc.registerRow.removeView.mutationOptions({
      onSuccess: () => {
        if (savedView) {
          const { name, search: removed } = savedView
          offerUndo({
            text: text.deleted(name),
            undo: async () => {
              await client.registerRow.saveView.mutate({ register, name, search: removed })
              return true
            },
          })
        }
        done()
      },
    }),
  )
  if (!mayAsk || (!savedView && isPlainSearch(search))) return null
  const pending = save.isPending || rename.isPending
  return (
    <>
      <span ref={opener}>
        {savedView ? (
          <>
            <LinkButton aria-expanded={isNaming} onClick={() => setIsNaming(!isNaming)}>
              {text.rename}
            </LinkButton>{' '}
            <LinkButton disabled={remove.isPending} onClick={() => remove.mutate({ id: savedView.id })}>
              {text.remove}
            </LinkButton>
          </>
        ) : (
          <LinkButton aria-expanded={isNaming} onClick={() => setIsNaming(!isNaming)}>
            {text.save}
          </LinkButton>
        )}
      </span>
      {isNaming ? (
        <ViewNameForm
          key={savedView?.id}
          start={savedView?.name ?? ''}
          busy={pending}
          onSave={(name) =>
            savedView ? rename.mutate({ id: savedView.id, name }) : save.mutate({ register, name, search })
          }
          onClose={done}
        />
      ) : null}
      {[save, rename, remove].map(({ error }, n) => (error ? <ErrorNote key={n} error={error} /> : null))}
    </>
  )
}

interface ViewNameFormProps {
  readonly start: string
  readonly busy: boolean
  readonly onSave: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the name of a view. */
function ViewNameForm({ start, busy, onSave, onClose }: ViewNameFormProps) {
  const { rows, shell } = useLanguage().words.reporting
  const [name, setName] = useState(start)
  return (
    <Form isPassing className={styles.filterForm} onSubmit={() => onSave(name.trim())}>
      <TextField
        autoFocus
        label={rows.savedViews.name}
        value={name}
        maxLength={MAX_VIEW_NAME}
        fault={name.trim() === '' ? rows.savedViews.nameMissing : null}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <Button type="submit" loading={busy}>
        {shell.save}
      </Button>
      <LinkButton onClick={onClose}>{shell.cancel}</LinkButton>
    </Form>
  )
}

const route = getRouteApi('/inside/registers/$register')
const NONE: readonly SavedView[] = []

/** Officers and the departments that maintain a register name views. */
const mayName = (role: User['role'] | undefined): boolean =>
  role === 'officer' || REGISTER_IDS.some((id) => registers[id].keeper === role)

/** The reader's views of a register, and the one that the address shows. */
export function useSavedViews(register: RegisterId) {
  const { user } = useMe()
  const search = readListSearch({ ...route.useSearch() })
  const mayAsk = mayName(user?.role)
  const { data: views = NONE } = useQuery({
    ...trpc.registerRow.savedViews.queryOptions({ register }),
    enabled: mayAsk,
  })
  return { views, search, mayAsk, shown: views.find((view) => isSameSearch(view.search, search)) ?? null }
}
