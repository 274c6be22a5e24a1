import { useMutation, useQuery } from '@tanstack/react-query'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { ActionText } from '@wayproof/oversight/actions/action'
import { useState } from 'react'
import { client, queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { offerUndo } from '../undo/undo-offer.ts'
import { ActionFields, trimmedAction } from './action-fields.tsx'
import { actionText } from './action-text.ts'
import type { ActionDialogProps } from './outcome-dialog.tsx'

/** Edits an agreed action, unless somebody else has changed it since the dialog opened. */
export function ChangeActionDialog({ action, onClose }: ActionDialogProps) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const { id, dueOn } = action
  const list = useQuery(trpc.action.list.queryOptions())
  const current = list.data?.actions.find((each) => each.id === id) ?? action
  const [inputs, setInputs] = useState(() => inputsOf(action, locale))
  const { seen: seenRevision, isNewer, setSeen } = useSeen(current.revision)
  const change = useMutation(
    trpc.action.change.mutationOptions({
      onSuccess: async (_, { seen: seenNow, ...saved }) => {
        await queryClient.invalidateQueries()
        onClose()
        const before = { ...trimmedAction(inputsOf(current, locale)), id, seen: seenNow + 1 }
        if (JSON.stringify(before) !== JSON.stringify({ ...saved, seen: seenNow + 1 }))
          offerUndo({
            text: words.reporting.shell.saved,
            undo: async () => (await client.action.change.mutate(before)) === null,
          })
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  const { remedy } = words.reporting.closing
  const { add, columns } = words.reporting.actions
  const theirsOf = (theirs: typeof inputs) =>
    (
      [
        [add.text, 'text', theirs.text],
        [columns.owner, 'owner', words.goals.owners[theirs.owner]],
        [remedy.dueOn, 'dueOn', theirs.dueOn],
        [columns.effect, 'effect', theirs.effect],
      ] as const
    ).flatMap(([label, field, text]) => (theirs[field] === inputs[field] ? [] : [[label, text] as const]))
  return (
    <ConfirmDialog
      title={words.reporting.actions.edit}
      action={words.reporting.shell.save}
      busy={change.isPending}
      onConfirm={() => change.mutate({ ...trimmedAction(inputs), id, seen: seenRevision })}
      onClose={onClose}
    >
      <ActionFields inputs={inputs} isDayWrong={inputs.dueOn !== dueOn && inputs.dueOn <= today} onChange={setInputs} />
      {change.error && !isNewer ? <ErrorNote error={change.error} /> : null}
      {isNewer ? (
        <NewerNote
          theirs={theirsOf(inputsOf(current, locale))}
          onTake={() => {
            setInputs(inputsOf(current, locale))
            setSeen(current.revision)
          }}
          onKeep={() => {
            change.reset()
            setSeen(current.revision)
          }}
        />
      ) : null}
    </ConfirmDialog>
  )
}

const inputsOf = (action: ActionDialogProps['action'], locale: Locale): ActionText => ({
  ...{ text: actionText(action, locale), owner: action.owner, dueOn: action.dueOn },
  effect: action.effect ?? '',
})
