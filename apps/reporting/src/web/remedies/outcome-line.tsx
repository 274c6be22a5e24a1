import type { ActionOutcome } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'

/** What came of an action, in the words of whoever said so. */
export function OutcomeLine({ outcome }: { readonly outcome: ActionOutcome }) {
  const { words } = useLanguage()
  return (
    <p>
      {words.reporting.shell.labelled(words.closing.outcomes[outcome.state], '')}
      <span translate="no">{outcome.text}</span>
    </p>
  )
}
