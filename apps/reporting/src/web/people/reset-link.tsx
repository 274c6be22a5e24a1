import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { closesWhenDone, type PersonDialogProps } from './person-dialog.ts'

/** Emails a person the link that the sign-in page offers. */
export function ResetLink({ person, onClose }: PersonDialogProps) {
  const { menu } = useLanguage().words.reporting.account.people
  const ask = useMutation(trpc.passwordReset.ask.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={menu.resetLinkTitle(person.name)}
      action={menu.resetLinkAction}
      busy={ask.isPending}
      onConfirm={() => ask.mutate({ email: person.email })}
      onClose={onClose}
    >
      <p>{menu.resetLinkText}</p>
      {ask.error ? <ErrorNote error={ask.error} /> : null}
    </ConfirmDialog>
  )
}
