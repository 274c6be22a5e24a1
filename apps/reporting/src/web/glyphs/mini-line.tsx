import { path, spark } from '@wayproof/scorecard/drawing'
import styles from './glyphs.module.css'

const [WIDTH, HEIGHT, PAD] = [72, 14, 4]

/** Draws a few values as a line as high as a line of text; renders nothing for fewer than two. */
export function MiniLine({ values, label }: { readonly values: readonly (number | null)[]; readonly label: string }) {
  const known = values.filter((value) => value !== null)
  const last = known.at(-1)
  if (last === undefined || known.length < 2) return null
  const { points } = spark(values, last, WIDTH, HEIGHT)
  return (
    <svg
      className={styles.mini}
      viewBox={`${-PAD} ${-PAD} ${WIDTH + PAD * 2} ${HEIGHT + PAD * 2}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
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
