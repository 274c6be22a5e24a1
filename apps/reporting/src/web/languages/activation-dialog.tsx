import { useMutation } from '@tanstack/react-query'
import { languageName } from '@wayproof/messages/language-name'
import { queryClient, type ShownLanguage, trpc } from '../api.ts'
import { ErrorNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'

interface ActivationDialogProps {
  readonly language: ShownLanguage
  readonly onClose: () => void
}

/** Asks before travelers get another language than they got, with how many they are. */
export function ActivationDialog({ language: { tag, revision, isActive, travelers }, onClose }: ActivationDialogProps) {
  const { locale, words } = useLanguage()
  const { languages: text } = words.reporting
  const set = useMutation(
    trpc.language.setActive.mutationOptions({
      onSuccess: async ({ outcome }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.language.pathKey() })
        if (outcome === 'saved' || outcome === 'waits') onClose()
      },
    }),
  )
  const name = languageName(tag, locale)
  const dialogText = isActive ? text.deactivation : text.activation
  const refusal =
    set.data && set.data.outcome !== 'saved' && set.data.outcome !== 'waits' ? text.outcomes[set.data.outcome] : null
  return (
    <ConfirmDialog
      title={dialogText.title(name)}
      action={isActive ? text.act.deactivate : text.act.activate}
      busy={set.isPending}
      onConfirm={() => set.mutate({ tag, seen: revision, isActive: !isActive })}
      onClose={onClose}
    >
      <p>{dialogText.text(travelers)}</p>
      {isActive ? null : <p>{text.activation.questionnaire}</p>}
      {refusal ? <Note tone="caution">{refusal}</Note> : null}
      {set.error ? <ErrorNote error={set.error} /> : null}
    </ConfirmDialog>
  )
}
