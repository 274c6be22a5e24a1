import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { closesWhenDone, type PersonDialogProps } from './person-dialog.ts'

/** Ends all sessions of a person, who may sign in again. */
export function EndSessions({ person, onClose }: PersonDialogProps) {
  const { account: text } = useLanguage().words.reporting.people
  const end = useMutation(trpc.people.endSessions.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={text.endSessionsTitle(person.name)}
      action={text.endSessions}
      busy={end.isPending}
      onConfirm={() => end.mutate({ id: person.id })}
      onClose={onClose}
    >
      <p>{text.signsInAgain(text.sessions(person.sessions))}</p>
      {end.error ? <ErrorNote error={end.error} /> : null}
    </ConfirmDialog>
  )
}
