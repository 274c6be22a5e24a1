import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { type DrawnBullet, place } from '@wayproof/scorecard/drawing/bullet'
import styles from './glyphs.module.css'
import { TONE } from './tone.ts'

interface BulletProps extends Pick<DrawnBullet, 'scale' | 'value' | 'target' | 'interval'> {
  readonly shape: Shape
  /** The text alternative. */
  readonly label: string
  /** The labels at both ends of the track. */
  readonly ends: readonly [string, string]
}

const MIDDLE = 14

/** Draws a value against its target: bar for the interval, dot for the estimate, line for the target. */
export function Bullet({ scale, value, target, interval, shape, label, ends }: BulletProps) {
  const tone = TONE[shape]
  const at = (share: number) => `${place(share, scale) * 100}%`
  const width = interval ? place(interval.upper, scale) - place(interval.lower, scale) : 0
  return (
    <div>
      <svg className={styles.bullet} role="img" aria-label={label}>
        <title>{label}</title>
        <rect x="0" y={MIDDLE - 2.5} width="100%" height="5" rx="2.5" fill="var(--track)" />
        {interval && (
          <rect
            x={at(interval.lower)}
            y={MIDDLE - 6.5}
            width={`${width * 100}%`}
            height="13"
            rx="6.5"
            fill={tone.pale}
          />
        )}
        {target === null ? null : (
          <line x1={at(target)} x2={at(target)} y1="3" y2="25" stroke="var(--ink)" strokeWidth="2" />
        )}
        {value === null ? null : (
          <svg x={at(value)} y={MIDDLE} overflow="visible" aria-hidden="true">
            <Estimate shape={shape} />
          </svg>
        )}
      </svg>
      <div className={styles.ends} aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  )
}

/** Repeats the outline of the status, so that the estimate is read without its color. */
function Estimate({ shape }: Pick<BulletProps, 'shape'>) {
  const { ink } = TONE[shape]
  switch (shape) {
    case 'missed':
      return <rect x="-7" y="-7" width="14" height="14" rx="2" fill={ink} />
    case 'amber':
      return <path d="M0 -8L8.5 7H-8.5z" fill={ink} />
    case 'demonstrated':
      return <circle r="8" fill={ink} />
    default:
      return <circle r="7" fill="var(--surface)" stroke={ink} strokeWidth="3" />
  }
}
