import { useEffect } from 'react'
import { useChartValues } from '../chart-panel/chart-values.ts'
import { useLanguage } from '../language.tsx'
import styles from './value-text.module.css'

/** The table's row of a point as a small text, also said; nothing for a point without a row. */
export function ValueText({ at }: { readonly at: number | undefined }) {
  const { labelled, listed, none } = useLanguage().words.reporting.shell
  const { columns, rows, say } = useChartValues()
  const [name = '', ...cells] = rows[at ?? -1] ?? []
  const lines = cells.flatMap((cell, n) => (cell === none ? [] : labelled(columns[n + 1] ?? '', cell)))
  const text = [name, ...lines].join(listed)
  useEffect(() => say(text), [say, text])
  if (text === '') return null
  return (
    <div className={styles.tip}>
      <p className={styles.head}>{name}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
