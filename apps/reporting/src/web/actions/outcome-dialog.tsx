import { useMutation, useQuery } from '@tanstack/react-query'
import type { ListedAction } from '@wayproof/oversight/actions/list-actions'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { OutcomeFields, type OutcomeInputs } from '../remedies/outcome-fields.tsx'
import { actionText } from './action-text.ts'

export interface ActionDialogProps {
  readonly action: ListedAction
  readonly onClose: () => void
}

/** Records the outcome of an action, unless somebody else has recorded one since the dialog opened. */
export function OutcomeDialog({ action, onClose }: ActionDialogProps) {
  const { locale, words } = useLanguage()
  const [inputs, setInputs] = useState<OutcomeInputs>({ state: 'done', text: action.outcome?.text ?? '' })
  const list = useQuery(trpc.action.list.queryOptions())
  const outcome = (list.data?.actions.find(({ id }) => id === action.id) ?? action).outcome
  const { seen: seenRecordedAt, isNewer, setSeen } = useSeen(outcome?.recordedAt ?? null)
  const record = useMutation(
    trpc.action.recordOutcome.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose()
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  function confirm() {
    record.mutate({ action: action.id, state: inputs.state, text: inputs.text.trim(), seen: seenRecordedAt })
  }
  const { record: title } = words.reporting.actions
  return (
    <ConfirmDialog
      title={title}
      action={words.reporting.closing.before.record}
      busy={record.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        <Verbatim>{actionText(action, locale)}</Verbatim>
      </p>
      <OutcomeFields inputs={inputs} onChange={setInputs} />
      {record.error && !isNewer ? <ErrorNote error={record.error} /> : null}
      {isNewer ? (
        <NewerNote
          theirs={
            outcome
              ? [
                  [words.reporting.closing.before.state, words.closing.outcomes[outcome.state]],
                  [words.reporting.closing.before.text, outcome.text],
                ]
              : []
          }
          onTake={onClose}
          onKeep={() => {
            record.reset()
            setSeen(outcome?.recordedAt ?? null)
          }}
        />
      ) : null}
    </ConfirmDialog>
  )
}
