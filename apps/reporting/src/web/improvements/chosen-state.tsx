import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type GoalView, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { QuietButton } from '../components/quiet-button.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'

interface ChosenStateProps {
  readonly improvement: GoalView['improvements'][number] | undefined
  readonly officer: boolean
}

/** Says whether travelers have read of an improvement; until then the officer may withdraw it. */
export function ChosenState({ improvement, officer }: ChosenStateProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [asking, setAsking] = useState(false)
  const withdraw = useMutation(
    trpc.improvement.withdraw.mutationOptions({
      onSettled: () => {
        setAsking(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  if (!improvement) return null
  const { id, told } = improvement
  if (told) return <span className={ui.soft}>{text.isTold}</span>
  if (!officer) return null
  return (
    <>
      <QuietButton onClick={() => setAsking(true)}>{text.withdraw}</QuietButton>
      {withdraw.error ? <FaultNote error={withdraw.error} /> : null}
      {asking ? (
        <ConfirmDialog
          title={text.withdrawTitle}
          action={text.withdraw}
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate({ id })}
          onClose={() => setAsking(false)}
        >
          <p translate="no">{improvement.text[locale]}</p>
          <p className={ui.soft}>{text.withdrawText}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
