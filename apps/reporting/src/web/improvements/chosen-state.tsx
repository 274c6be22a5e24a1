import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type GoalView, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'

interface ChosenStateProps {
  readonly improvement: GoalView['improvements'][number] | undefined
  readonly isOfficer: boolean
}

/** Says whether travelers have read of an improvement; until then the officer may withdraw it. */
export function ChosenState({ improvement, isOfficer }: ChosenStateProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [isConfirming, setIsConfirming] = useState(false)
  const withdraw = useMutation(
    trpc.improvement.withdraw.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  if (!improvement) return null
  const { id, told: isTold } = improvement
  if (isTold) return <span className={ui.soft}>{text.isTold}</span>
  if (!isOfficer) return null
  return (
    <>
      <LinkButton onClick={() => setIsConfirming(true)}>{text.withdraw}</LinkButton>
      {withdraw.error ? <ErrorNote error={withdraw.error} /> : null}
      {isConfirming ? (
        <ConfirmDialog
          title={text.withdrawTitle}
          action={text.withdraw}
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate({ id })}
          onClose={() => setIsConfirming(false)}
        >
          <p translate="no">{improvement.text[locale]}</p>
          <p className={ui.soft}>{text.withdrawText}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
