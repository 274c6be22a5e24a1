import type { ActionOutcome } from '@wayproof/scorecard/closing/remedies/remedy'
import { useLanguage } from '../language.tsx'

/** Shows the outcome of an action; its text is not translated. */
export function OutcomeLine({ outcome }: { readonly outcome: ActionOutcome }) {
  const { words } = useLanguage()
  return (
    <p>
      {words.reporting.shell.labelled(words.closing.outcomes[outcome.state], '')}
      <span translate="no">{outcome.text}</span>
    </p>
  )
}
