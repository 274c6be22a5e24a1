import { count } from '@wayproof/messages'
import { useLanguage } from '../language.tsx'
import { Facts } from '../surface/facts.tsx'
import { Note } from '../surface/note.tsx'
import surface from '../surface/surface.module.css'
import { readFault } from './read-fault.ts'
import styles from './registers.module.css'
import type { Upload } from './upload-register.ts'

/** What a check found: what would change, or which rows are faulty and why. */
export function ImportResult({ result }: { readonly result: Upload }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  if (result.ok)
    return (
      <div className={styles.result}>
        <Note>{text.wouldChange(result.rows)}</Note>
        {result.numberColumns.length > 0 ? (
          <p className={surface.note} data-tone="caution">
            {text.numberColumns(result.numberColumns)}
          </p>
        ) : null}
        <Facts facts={result.counts.map(([name, value]) => [text.report[name] ?? name, count(value, locale)])} />
      </div>
    )
  const { sentence, rows, more } = readFault(result.body, words)
  return (
    <div className={styles.result}>
      <p className={surface.note} data-tone="fault" role="alert">
        {sentence}
      </p>
      {rows.length > 0 ? (
        <ul className={styles.faults}>
          {rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
          {more > 0 ? <li>{text.more(more)}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
