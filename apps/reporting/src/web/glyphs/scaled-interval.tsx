import { type BulletScale, place } from '@wayproof/scorecard/drawing/bullet'
import type { Interval } from '@wayproof/scorecard/verdict'
import styles from './glyphs.module.css'

interface ScaledIntervalProps {
  readonly scale: BulletScale
  readonly share: number
  readonly interval: Interval
  /** The last wave's share, drawn as a tick. */
  readonly before: number | null
  /** Drawn as a line; only where the share is judged. */
  readonly target?: number
  /** Ink and pale color of a judged share. */
  readonly tone?: { readonly ink: string; readonly pale: string }
  /** The text alternative. */
  readonly label: string
}

const MIDDLE = 14
const PLAIN = { ink: 'var(--soft)', pale: 'var(--ladder)' }

/** Draws a share on a given scale: pale bar for the interval, dot for the share, tick for the last wave. */
export function ScaledInterval({ scale, share, interval, before, target, tone = PLAIN, label }: ScaledIntervalProps) {
  const at = (value: number) => `${place(value, scale) * 100}%`
  const width = place(interval.upper, scale) - place(interval.lower, scale)
  return (
    <svg className={styles.scaled} role="img" aria-label={label}>
      <title>{label}</title>
      <rect x={at(interval.lower)} y={MIDDLE - 5} width={`${width * 100}%`} height="10" rx="5" fill={tone.pale} />
      {target === undefined ? null : (
        <line x1={at(target)} x2={at(target)} y1="0" y2="28" stroke="var(--ink)" strokeWidth="2" />
      )}
      {before === null ? null : (
        <line x1={at(before)} x2={at(before)} y1={MIDDLE - 7} y2={MIDDLE + 7} stroke="var(--soft)" strokeWidth="1.5" />
      )}
      <circle cx={at(share)} cy={MIDDLE} r="5" fill={tone.ink} />
    </svg>
  )
}
