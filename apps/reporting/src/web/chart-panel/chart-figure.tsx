import { type ReactNode, Suspense } from 'react'
import { LoadingPart } from '../components/loading.tsx'
import styles from './chart-panel.module.css'

interface ChartFigureProps {
  /** The text alternative. */
  readonly label: string
  /** A chart that is loaded on demand. */
  readonly children: ReactNode
}

/** Frames a chart whose points are reached with the arrow keys, so it is no image to a screen reader. */
export const ChartFigure = ({ label, children }: ChartFigureProps) => (
  <figure className={styles.figure} aria-label={label}>
    <Suspense fallback={<LoadingPart />}>{children}</Suspense>
  </figure>
)
