import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { WaitingChange } from '@wayproof/scorecard/rule-changes/list-rules'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

type Step = 'confirm' | 'decline' | 'withdraw'

/** The officer who proposed a change may withdraw it; a second person confirms or declines it. */
export function DecideChange({
  waitingChange: { change, mine, mayDecide },
}: {
  readonly waitingChange: WaitingChange
}) {
  const text = useLanguage().words.reporting.rules
  const { user } = useMe()
  const [stepToConfirm, setStepToConfirm] = useState<Step | null>(null)
  const callbacks = {
    onSettled: () => {
      setStepToConfirm(null)
      void queryClient.invalidateQueries()
    },
  }
  const decide = useMutation(trpc.approval.decide.mutationOptions(callbacks))
  const withdraw = useMutation(trpc.approval.withdraw.mutationOptions(callbacks))
  const runStep = (step: Step) =>
    step === 'withdraw'
      ? withdraw.mutate({ id: change.id })
      : decide.mutate({ id: change.id, approve: step === 'confirm' })
  const error = decide.error ?? withdraw.error
  const isReadOnly = user?.role === 'auditor' || user?.role === 'executive'
  const steps: readonly Step[] = mine ? ['withdraw'] : mayDecide ? ['confirm', 'decline'] : []
  return (
    <>
      {mine ? <p className={ui.soft}>{text.waiting.other}</p> : null}
      {!mine && !mayDecide && !isReadOnly ? <p className={ui.soft}>{text.waiting.notYours}</p> : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className={ui.buttons}>
        {steps.map((step) => (
          <Button
            key={step}
            {...(step === 'confirm' ? {} : { variant: 'default' })}
            onClick={() => setStepToConfirm(step)}
          >
            {text[step].action}
          </Button>
        ))}
      </div>
      {stepToConfirm ? (
        <ConfirmDialog
          title={text[stepToConfirm].title}
          action={text[stepToConfirm].action}
          busy={decide.isPending || withdraw.isPending}
          onConfirm={() => runStep(stepToConfirm)}
          onClose={() => setStepToConfirm(null)}
        >
          <p className={ui.soft}>{text[stepToConfirm].text}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
