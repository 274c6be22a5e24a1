import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'

type Step = 'freeze' | 'takeBack' | 'close' | 'leave'

function stepsOf({ stage, lacking: missingSteps, mayClose }: Closing): readonly Step[] {
  if (stage === 'signed') return mayClose ? ['close', 'takeBack'] : ['takeBack']
  if (stage === 'frozen') return ['takeBack']
  const freeze = missingSteps.length === 0 ? (['freeze'] as const) : []
  return stage === 'reopened' ? [...freeze, 'leave'] : freeze
}

interface NextStepsProps {
  readonly view: Closing
  readonly period: string
  /** Receives the number of readers who get a letter about the restatement. */
  readonly onClosed: (notified: number) => void
}

/** Offers the officer's next steps; each explains its effect before it runs. */
export function NextSteps({ view, period, onClosed }: NextStepsProps) {
  const text = useLanguage().words.reporting.closing
  const [stepToConfirm, setStepToConfirm] = useState<Step | null>(null)
  const callbacks = {
    onSettled: () => {
      setStepToConfirm(null)
      void queryClient.invalidateQueries()
    },
  }
  const freeze = useMutation(trpc.period.freeze.mutationOptions(callbacks))
  const takeBack = useMutation(trpc.period.takeBack.mutationOptions(callbacks))
  const close = useMutation(trpc.period.close.mutationOptions(callbacks))
  const leave = useMutation(trpc.period.leave.mutationOptions(callbacks))
  const commands = { freeze, takeBack, close, leave }
  const error = Object.values(commands).find((command) => command.error)?.error
  const frozen = { period, freeze: view.freeze?.id ?? '' }
  const runStep: Record<Step, () => void> = {
    freeze: () => freeze.mutate({ period }),
    takeBack: () => takeBack.mutate(frozen),
    close: () => close.mutate(frozen, { onSuccess: ({ told: readerCount }) => onClosed(readerCount) }),
    leave: () => leave.mutate({ period }),
  }
  const steps = stepsOf(view)
  return (
    <>
      {error ? <ErrorNote error={error} /> : null}
      {steps.length > 0 ? (
        <div className={ui.buttons}>
          {steps.map((step) => (
            <Button key={step} variant="default" onClick={() => setStepToConfirm(step)}>
              {text[step].action}
            </Button>
          ))}
        </div>
      ) : null}
      {stepToConfirm ? (
        <ConfirmDialog
          title={text[stepToConfirm].confirmTitle}
          action={text[stepToConfirm].action}
          busy={commands[stepToConfirm].isPending}
          onConfirm={runStep[stepToConfirm]}
          onClose={() => setStepToConfirm(null)}
        >
          <p className={ui.soft}>{text[stepToConfirm].confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
