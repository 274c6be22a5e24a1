import { count } from '@wayproof/messages'
import { useLanguage } from '../language.tsx'
import { Facts } from '../surface/facts.tsx'
import { Note } from '../surface/note.tsx'
import surface from '../surface/surface.module.css'
import styles from './registers.module.css'
import { RowFaults } from './row-faults.tsx'
import type { Upload } from './upload-register.ts'

/** What a check found: what would change, or which rows are faulty and why. */
export function ImportResult({ result }: { readonly result: Upload }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  if (result.ok)
    return (
      <div className={styles.result}>
        <Note>{text.wouldChange(result.rows)}</Note>
        <Facts facts={result.counts.map(([name, value]) => [text.report[name] ?? name, count(value, locale)])} />
      </div>
    )
  const columns = result.columns.join(words.reporting.shell.listed)
  return (
    <div className={styles.result}>
      <p className={surface.note} data-tone="fault" role="alert">
        {result.rows.length > 0
          ? text.faulty(result.total)
          : `${text.refused} ${text.faults[result.code]?.(columns) ?? ''}`}
      </p>
      {result.rows.length > 0 ? <RowFaults rows={result.rows} /> : null}
    </div>
  )
}
