import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import type { DrawnTrend } from '@wayproof/scorecard/drawing/goal-trend'
import { path, spark } from '@wayproof/scorecard/drawing/sparkline-path'
import styles from './glyphs.module.css'
import { TONE } from './tone.ts'

interface SparklineProps {
  readonly trend: DrawnTrend
  /** Whether each value cannot be compared with those before it; the line has a marked gap there. */
  readonly breaks: readonly boolean[]
  /** The shape of the last value. */
  readonly shape: Shape
  readonly label: string
}

const [WIDTH, HEIGHT, PAD] = [132, 30, 6]

/** Draws the last periods as a small line, with pale bars for intervals, the target dashed and the last value in the color of its status. */
export function Sparkline({ trend, breaks, shape, label }: SparklineProps) {
  const { points, targetY } = spark(trend, { width: WIDTH, height: HEIGHT })
  return (
    <svg
      className={styles.sparkline}
      viewBox={`${-PAD} ${-PAD} ${WIDTH + PAD * 2} ${HEIGHT + PAD * 2}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <line x1={-PAD} x2={WIDTH + PAD} y1={targetY} y2={targetY} stroke="var(--faint)" strokeDasharray="3 3" />
      {breaks.map((is, i) => (is ? <Gap key={`${i + 1}`} x={(i - 0.5) * (WIDTH / (points.length - 1))} /> : null))}
      {points.map((point, i) =>
        point?.range ? (
          <line
            key={`${point.x}`}
            x1={point.x}
            x2={point.x}
            y1={point.range[0]}
            y2={point.range[1]}
            stroke={i === points.length - 1 ? TONE[shape].pale : 'var(--unknown-pale)'}
            strokeWidth="7"
          />
        ) : null,
      )}
      <path d={path(points, breaks)} fill="none" stroke="var(--soft)" strokeWidth="1.5" />
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

const Gap = ({ x }: { readonly x: number }) => (
  <line x1={x} x2={x} y1={-PAD} y2={HEIGHT + PAD} stroke="var(--soft)" strokeDasharray="2 3" />
)
