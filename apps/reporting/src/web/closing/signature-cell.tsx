import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface SignatureCellProps {
  readonly goal: Closing['goals'][number]
  readonly freeze: Closing['freeze']
  readonly period: string
  readonly stage: Closing['stage']
}

/** Shows the signature for a goal, or the form in which its owner signs. */
export function SignatureCell({ goal: { goal, signed, mine, people }, freeze, period, stage }: SignatureCellProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing.goals
  const { dayOf } = useOrganisationDays()
  const [isConfirming, setIsConfirming] = useState(false)
  const sign = useMutation(
    trpc.period.sign.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const name = words.goals.names[goal]
  if (signed) return <span translate="no">{text.signedBy(signed.by, dayOf(signed.at))}</span>
  if (stage === 'closed') return <span>{words.reporting.shell.none}</span>
  if (people === 0) return <span className={ui.soft}>{text.nobody}</span>
  if (!freeze) return <span className={ui.soft}>{text.notYet}</span>
  if (!mine) return <span className={ui.soft}>{text.unsigned}</span>
  return (
    <>
      <Button size="compact-sm" aria-label={text.signGoal(name)} onClick={() => setIsConfirming(true)}>
        {text.sign}
      </Button>
      {sign.error ? <ErrorNote error={sign.error} /> : null}
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle(name)}
          action={text.sign}
          busy={sign.isPending}
          onConfirm={() => sign.mutate({ period, freeze: freeze.id, goal })}
          onClose={() => setIsConfirming(false)}
        >
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
