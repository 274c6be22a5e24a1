import { REGISTER_IDS } from '@wayproof/evidence/register'
import { count } from '@wayproof/messages'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { Note } from '../components/note.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
import { ImportPreview } from './import-preview.tsx'
import { readFault } from './read-fault.ts'
import { RefusedFile } from './refused-file.tsx'
import { TravelerGroups } from './traveler-groups.tsx'
import type { Upload } from './upload-register.ts'

/** Shows what an import would change, or the errors in its rows. */
export function ImportResult({ register, result }: { readonly register: string; readonly result: Upload }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  const id = REGISTER_IDS.find((registerId) => registerId === register)
  if (result.ok)
    return (
      <div className={styles.result}>
        <Note>{text.wouldChange(result.rows)}</Note>
        {result.numberColumns.length > 0 ? (
          <p className={ui.note} data-tone="caution">
            {text.numberColumns(result.numberColumns)}
          </p>
        ) : null}
        {result.absentColumns.length > 0 ? (
          <p className={ui.note} data-tone="caution">
            {text.absentColumns} <Verbatim>{result.absentColumns.join(', ')}</Verbatim>
          </p>
        ) : null}
        {result.offRoster.total > 0 ? (
          <p className={ui.note} data-tone="caution">
            {text.offRoster(result.offRoster.total)} <Verbatim>{result.offRoster.numbers.join(', ')}</Verbatim>
          </p>
        ) : null}
        <Facts facts={result.counts.map(([name, value]) => [text.report[name] ?? name, count(value, locale)])} />
        {result.found ? <TravelerGroups foundValues={result.found} otherLanguages={result.otherLanguages} /> : null}
        {id && result.preview.length > 0 ? (
          <ImportPreview register={id} preview={result.preview} rows={result.rows} />
        ) : null}
      </div>
    )
  return <RefusedFile {...readFault(result.body, words)} />
}
