import type { Verdict } from '@wayproof/scorecard/verdict'
import { useLanguage } from '../language.tsx'

/** Says that the wave closed on another day than planned, and why; renders nothing otherwise. */
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
