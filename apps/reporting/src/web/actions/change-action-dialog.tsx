import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ActionFields, trimmedAction } from './action-fields.tsx'
import { actionText } from './action-text.ts'
import type { ActionDialogProps } from './outcome-dialog.tsx'

/** Edits an agreed action. */
export function ChangeActionDialog({ action, onClose }: ActionDialogProps) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const { id, owner, dueOn, effect, revision } = action
  const [inputs, setInputs] = useState({ text: actionText(action, locale), owner, dueOn, effect: effect ?? '' })
  const change = useMutation(
    trpc.action.change.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      title={words.reporting.actions.edit}
      action={words.reporting.shell.save}
      busy={change.isPending}
      onConfirm={() => change.mutate({ ...trimmedAction(inputs), id, seen: revision })}
      onClose={onClose}
    >
      <ActionFields inputs={inputs} isDayWrong={inputs.dueOn !== dueOn && inputs.dueOn <= today} onChange={setInputs} />
      {change.error ? <ErrorNote error={change.error} /> : null}
    </ConfirmDialog>
  )
}
