import type { ActionOutcome } from '@wayproof/scorecard/closing/remedies/remedy'
import { useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { OutcomeLine } from './outcome-line.tsx'

interface RecordedOutcomeProps {
  /** The action's ID. */
  readonly action: string
  readonly outcome: ActionOutcome
  readonly mayEdit: boolean
}

/** Shows the outcome of an action, and lets an officer correct it until the freeze. */
export function RecordedOutcome({ action, outcome, mayEdit }: RecordedOutcomeProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen) return <OutcomeForm action={action} outcome={outcome} onClose={() => setIsOpen(false)} />
  return (
    <>
      <OutcomeLine outcome={outcome} />
      {mayEdit ? <LinkButton onClick={() => setIsOpen(true)}>{text.edit}</LinkButton> : null}
    </>
  )
}
