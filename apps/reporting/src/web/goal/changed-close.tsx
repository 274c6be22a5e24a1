import type { Verdict } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'

/** Beside a satisfaction verdict: that its wave ended on another day than sealed, and why. Else nothing. */
export function ChangedClose({
  verdict,
  className,
}: {
  readonly verdict: Verdict
  readonly className?: string | undefined
}) {
  const { changedClose, changedCloseReason } = useLanguage().words.scorecard
  const change = verdict.goal === 'customer-satisfaction' ? verdict.figures.changedClose : null
  if (change === null) return null
  return (
    <p className={className}>
      <span>
        {changedClose(change)}
        {changedCloseReason}
        <span translate="no">{change.reason}</span>
      </span>
    </p>
  )
}
