import styles from './marks.module.css'
import { path, spark } from './sparkline-path.ts'
import type { Shape } from './status-shape-of.ts'
import { TONE } from './tone.ts'

interface SparklineProps {
  readonly values: readonly (number | null)[]
  readonly target: number
  /** Of the last value. */
  readonly shape: Shape
  readonly label: string
}

const [WIDTH, HEIGHT, PAD] = [132, 30, 6]

/** The last periods as a small line, the target dashed, the present one in its status. */
export function Sparkline({ values, target, shape, label }: SparklineProps) {
  const { points, targetY } = spark(values, target, WIDTH, HEIGHT)
  return (
    <svg
      className={styles.sparkline}
      viewBox={`${-PAD} ${-PAD} ${WIDTH + PAD * 2} ${HEIGHT + PAD * 2}`}
      role="img"
      aria-label={label}
    >
      <line x1={-PAD} x2={WIDTH + PAD} y1={targetY} y2={targetY} stroke="var(--faint)" strokeDasharray="3 3" />
      <path d={path(points)} fill="none" stroke="var(--soft)" strokeWidth="1.5" />
      {points.map((point, i) =>
        point ? (
          <circle
            key={`${point.x}`}
            cx={point.x}
            cy={point.y}
            r={i === points.length - 1 ? 4 : 2.5}
            fill={i === points.length - 1 ? TONE[shape].ink : 'var(--soft)'}
          />
        ) : null,
      )}
    </svg>
  )
}
