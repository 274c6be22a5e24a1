import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { WaitingChange } from '@wayproof/scorecard'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

type Step = 'confirm' | 'decline' | 'withdraw'

/** The officer who proposed a change may withdraw it; a second person confirms or declines it. */
export function DecideChange({ waiting: { change, mine, mayDecide } }: { readonly waiting: WaitingChange }) {
  const text = useLanguage().words.reporting.rules
  const { user } = useMe()
  const [asking, setAsking] = useState<Step | null>(null)
  const settled = {
    onSettled: () => {
      setAsking(null)
      void queryClient.invalidateQueries()
    },
  }
  const decide = useMutation(trpc.rules.decide.mutationOptions(settled))
  const withdraw = useMutation(trpc.rules.withdraw.mutationOptions(settled))
  const carryOut = (step: Step) =>
    step === 'withdraw'
      ? withdraw.mutate({ change: change.id })
      : decide.mutate({ change: change.id, confirm: step === 'confirm' })
  const error = decide.error ?? withdraw.error
  const onlyReads = user?.role === 'auditor' || user?.role === 'executive'
  const steps: readonly Step[] = mine ? ['withdraw'] : mayDecide ? ['confirm', 'decline'] : []
  return (
    <>
      {mine ? <p className={ui.soft}>{text.waiting.other}</p> : null}
      {!mine && !mayDecide && !onlyReads ? <p className={ui.soft}>{text.waiting.notYours}</p> : null}
      {error ? <FaultNote error={error} /> : null}
      <div className={ui.buttons}>
        {steps.map((step) => (
          <Button key={step} {...(step === 'confirm' ? {} : { variant: 'default' })} onClick={() => setAsking(step)}>
            {text[step].action}
          </Button>
        ))}
      </div>
      {asking ? (
        <ConfirmDialog
          title={text[asking].title}
          action={text[asking].action}
          busy={decide.isPending || withdraw.isPending}
          onConfirm={() => carryOut(asking)}
          onClose={() => setAsking(null)}
        >
          <p className={ui.soft}>{text[asking].text}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
