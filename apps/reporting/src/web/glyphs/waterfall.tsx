import { count } from '@wayproof/messages/number-format'
import { useLanguage } from '../language.tsx'
import styles from './waterfall.module.css'

export interface WaterfallStep {
  readonly label: string
  /** Null if the count may not be shown. */
  readonly count: number | null
  /** True if the step takes people away; a step without it is a total. */
  readonly isLoss?: boolean
}

/** Draws totals as bars from the left, and each loss as a bar that ends where the one before it began. */
export function Waterfall({ steps }: { readonly steps: readonly WaterfallStep[] }) {
  const { locale, words } = useLanguage()
  const largest = Math.max(1, ...steps.map(({ count: people }) => people ?? 0))
  let remaining = 0
  return (
    <dl className={styles.waterfall}>
      {steps.map(({ label, count: people, isLoss = false }) => {
        remaining = isLoss ? remaining - (people ?? 0) : (people ?? remaining)
        const [start, width] = [isLoss ? remaining / largest : 0, (people ?? 0) / largest]
        return (
          <div key={label} className={styles.row} data-loss={isLoss || undefined}>
            <dt>{label}</dt>
            <dd className={styles.track} aria-hidden="true">
              {people ? (
                <span className={styles.bar} style={{ marginLeft: `${start * 100}%`, width: `${width * 100}%` }} />
              ) : null}
            </dd>
            <dd className={styles.count}>
              {people === null ? words.reporting.shell.none : `${isLoss ? '\u2212' : ''}${count(people, locale)}`}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
