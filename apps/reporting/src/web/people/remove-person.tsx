import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { closesWhenDone, type PersonDialogProps, useEnds } from './person-dialog.ts'

/** Removes the account of a person, and says first what ends with it. */
export function RemovePerson({ person, onClose }: PersonDialogProps) {
  const { account: text } = useLanguage().words.reporting.people
  const ends = useEnds(person)
  const remove = useMutation(trpc.people.revoke.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={text.removeTitle(person.name)}
      action={text.remove}
      isDangerous
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ id: person.id })}
      onClose={onClose}
    >
      <p>{ends}</p>
      <p>{text.removed(person.name)}</p>
      {remove.error ? <ErrorNote error={remove.error} /> : null}
    </ConfirmDialog>
  )
}
