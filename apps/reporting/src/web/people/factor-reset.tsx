import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { closesWhenDone, type PersonDialogProps } from './person-dialog.ts'

/** Requests the removal of a second factor, which another person confirms. */
export function FactorReset({ person, onClose }: PersonDialogProps) {
  const { people, factor } = useLanguage().words.reporting.account
  const ask = useMutation(trpc.secondFactor.askReset.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={people.menu.factorTitle(person.name)}
      action={factor.resets.ask}
      busy={ask.isPending}
      onConfirm={() => ask.mutate({ id: person.id })}
      onClose={onClose}
    >
      <p>{factor.resets.lead}</p>
      {ask.error ? <ErrorNote error={ask.error} /> : null}
    </ConfirmDialog>
  )
}
