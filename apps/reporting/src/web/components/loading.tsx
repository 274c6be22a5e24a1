import { useEffect } from 'react'
import { partLoads } from '../busy.ts'
import { useLanguage } from '../language.tsx'
import styles from './components.module.css'

/** Placeholder bars as high as the content to come, so that the layout does not jump. */
export function Loading({ heights }: { readonly heights: readonly number[] }) {
  const { words } = useLanguage()
  useEffect(partLoads, [])
  return (
    <div className={styles.stack} role="status" aria-label={words.reporting.shell.loading}>
      {heights.map((height, i) => (
        <svg key={i} className={styles.skeleton} width="100%" height={height} aria-hidden="true" />
      ))}
    </div>
  )
}

/** Draws nothing in the place of a part that loads, and marks the page as busy. */
export function LoadingPart() {
  useEffect(partLoads, [])
  return null
}
