import type { Breakdown } from '@wayproof/scorecard/breakdown/breakdown'
import type { GroupFigure } from '@wayproof/scorecard/disclosure/suppress-cells'
import { IntervalBar } from '../glyphs/interval-bar.tsx'
import { useLanguage } from '../language.tsx'
import styles from './breakdown.module.css'
import { type Multiple, multiples } from './breakdown-multiples.ts'

/** Draws small multiples, all on the scale from 0 to 100 %. */
export function BreakdownChart({ breakdown }: { readonly breakdown: Breakdown }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const { now, before } = breakdown
  const everybody = [{ name: text.everybody, now: now.everybody, before: before.everybody }]
  return (
    <div className={styles.multiples}>
      <Small heading={null} isComparable rows={everybody} />
      {multiples(breakdown, words).map((multiple) => (
        <Small key={multiple.heading} {...multiple} />
      ))}
    </div>
  )
}

function Small({ heading, isComparable, rows }: Omit<Multiple, 'heading'> & { readonly heading: string | null }) {
  const { words } = useLanguage()
  const text = words.reporting.breakdown
  const shareText = (figure: GroupFigure) =>
    figure.kind === 'shown' ? text.share(figure.topTwo) : text.kinds[figure.kind]
  return (
    <section className={styles.small} data-whole={heading === null || undefined}>
      {heading === null ? null : <h3 className={styles.heading}>{heading}</h3>}
      <ul>
        {rows.map(({ name, now, before }) => (
          <li key={name} className={styles.row}>
            <span className={styles.name} translate="no">
              {name}
            </span>
            {isComparable && now.kind === 'shown' ? (
              <IntervalBar
                now={now}
                before={before}
                label={text.describe(name, shareText(now), before.kind === 'shown' ? shareText(before) : null)}
              />
            ) : (
              <span className={styles.why}>{now.kind === 'shown' ? null : text.kinds[now.kind]}</span>
            )}
            <span className={styles.value}>{now.kind === 'shown' ? shareText(now) : words.reporting.shell.none}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
