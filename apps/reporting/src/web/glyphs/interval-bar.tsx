import type { GroupFigure } from '@wayproof/scorecard/disclosure/suppress-cells'
import styles from './glyphs.module.css'

interface IntervalBarProps {
  readonly now: GroupFigure
  readonly before: GroupFigure
  /** The text alternative. */
  readonly label: string
}

const MIDDLE = 12

/** Draws a share on a scale from 0 to 100 %: bar for its interval, dot for the share, ring for the half-year before. */
export function IntervalBar({ now, before, label }: IntervalBarProps) {
  const at = (share: number) => `${share * 100}%`
  return (
    <svg className={styles.interval} role="img" aria-label={label}>
      <title>{label}</title>
      <rect x="0" y={MIDDLE - 2} width="100%" height="4" rx="2" fill="var(--track)" />
      {now.kind === 'shown' ? (
        <rect
          x={at(now.interval.lower)}
          y={MIDDLE - 5}
          width={at(now.interval.upper - now.interval.lower)}
          height="10"
          rx="5"
          fill="var(--ladder)"
        />
      ) : null}
      {before.kind === 'shown' ? (
        <circle
          cx={at(placeOf(before))}
          cy={MIDDLE}
          r="4"
          fill="var(--surface)"
          stroke="var(--faint)"
          strokeWidth="1.5"
        />
      ) : null}
      {now.kind === 'shown' ? <circle cx={at(placeOf(now))} cy={MIDDLE} r="5" fill="var(--accent)" /> : null}
    </svg>
  )
}

/** Places the dot; a share beyond the last step stands at the end. */
function placeOf({ topTwo }: Extract<GroupFigure, { kind: 'shown' }>): number {
  if (topTwo.kind === 'at') return topTwo.value
  return topTwo.kind === 'below' ? 0 : 1
}
