import type { DrawnTrend } from '@wayproof/scorecard/drawing/goal-trend'
import { path, spark } from '@wayproof/scorecard/drawing/sparkline-path'
import styles from './glyphs.module.css'

const [WIDTH, HEIGHT, PAD] = [72, 14, 4]

interface MiniLineProps extends Pick<DrawnTrend, 'values' | 'intervals'> {
  readonly label: string
}

/** Draws a few values with their intervals as a line as high as a line of text; renders nothing for fewer than two. */
export function MiniLine({ values, intervals, label }: MiniLineProps) {
  const knownValues = values.filter((value) => value !== null)
  const last = knownValues.at(-1)
  if (last === undefined || knownValues.length < 2) return null
  const { points } = spark({ values, intervals, target: last }, { width: WIDTH, height: HEIGHT })
  return (
    <svg
      className={styles.mini}
      viewBox={`${-PAD} ${-PAD} ${WIDTH + PAD * 2} ${HEIGHT + PAD * 2}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {points.map((point) =>
        point?.range ? (
          <line
            key={`${point.x}`}
            x1={point.x}
            x2={point.x}
            y1={point.range[0]}
            y2={point.range[1]}
            stroke="var(--ladder)"
            strokeWidth="5"
          />
        ) : null,
      )}
      <path d={path(points)} fill="none" stroke="var(--soft)" strokeWidth="1.5" />
      {points.map((point, i) =>
        point ? (
          <circle
            key={`${point.x}`}
            cx={point.x}
            cy={point.y}
            r={i === points.length - 1 ? 3 : 1.5}
            fill={i === points.length - 1 ? 'var(--ink)' : 'var(--soft)'}
          />
        ) : null,
      )}
    </svg>
  )
}
