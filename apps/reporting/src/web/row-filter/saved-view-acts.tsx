import { useMutation } from '@tanstack/react-query'
import type { RegisterId } from '@wayproof/evidence/register'
import { useRef, useState } from 'react'
import { client, queryClient, trpc } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { offerUndo } from '../undo/undo-offer.ts'
import { isPlainSearch } from './same-search.ts'
import type { useSavedViews } from './use-saved-views.ts'
import { ViewNameForm } from './view-name-form.tsx'

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
