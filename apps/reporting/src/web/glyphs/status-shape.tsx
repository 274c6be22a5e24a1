import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import styles from './glyphs.module.css'

const fill: Record<Shape, string> = {
  demonstrated: 'var(--met)',
  met: 'var(--met)',
  missed: 'var(--missed)',
  amber: 'var(--amber)',
  unknown: 'var(--unknown)',
}

const line = { fill: 'none', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const

function Drawing({ shape }: { readonly shape: Shape }) {
  const color = fill[shape]
  switch (shape) {
    case 'demonstrated':
      return (
        <>
          <circle cx="12" cy="12" r="10" fill={color} />
          <path d="M7.5 12.4l3 3 6-6.4" {...line} stroke="var(--on-status)" />
        </>
      )
    case 'met':
      return (
        <>
          <circle cx="12" cy="12" r="9" {...line} stroke={color} />
          <path d="M8 12.3l2.8 2.8 5.3-5.7" {...line} stroke={color} />
        </>
      )
    case 'missed':
      return (
        <>
          <rect x="2.5" y="2.5" width="19" height="19" rx="3" fill={color} />
          <path d="M8.3 8.3l7.4 7.4m0-7.4l-7.4 7.4" {...line} stroke="var(--on-status)" />
        </>
      )
    case 'amber':
      return (
        <>
          <path d="M12 3.2L22 20.6H2z" fill={color} stroke={color} strokeWidth="1.5" strokeLinejoin="round" />
          <path d="M12 9.6v5m0 3.1v.1" {...line} stroke="var(--on-status)" />
        </>
      )
    case 'unknown':
      return <circle cx="12" cy="12" r="9" {...line} stroke={color} strokeDasharray="3.2 3.85" />
  }
}

/** Draws a status as a shape; `label` is its text alternative. */
export function StatusShape({ shape, label, size = 24 }: { shape: Shape; label: string; size?: number }) {
  return (
    <svg className={styles.shape} viewBox="0 0 24 24" width={size} height={size} role="img" aria-label={label}>
      <title>{label}</title>
      <Drawing shape={shape} />
    </svg>
  )
}
