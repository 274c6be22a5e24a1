import { useLanguage } from '../language.tsx'
import styles from './components.module.css'

/** Grey bars of the heights that will come, so that nothing jumps. */
export function Loading({ heights }: { readonly heights: readonly number[] }) {
  const { words } = useLanguage()
  return (
    <div className={styles.stack} role="status" aria-label={words.reporting.shell.loading}>
      {heights.map((height, i) => (
        <div key={i} className={styles.skeleton} style={{ height }} />
      ))}
    </div>
  )
}
