import type { RowChange } from '@wayproof/evidence'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { type Messages, moment } from '@wayproof/messages'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { cellWords, type Reader } from './cell-words.ts'
import styles from './rows.module.css'
import { useReader } from './use-reader.ts'

interface RowHistoryProps {
  readonly register: RegisterId
  /** Newest first. */
  readonly history: readonly RowChange[]
}

/** What became of a row: who, when, why, and each cell before and after. */
export function RowHistory({ register, history }: RowHistoryProps) {
  const reader = useReader()
  const { locale, words, timeZone } = reader
  const text = words.reporting.rows
  const came = history.at(-1)?.cameWith
  return (
    <Panel title={text.history}>
      {history.length === 0 ? <p className={surface.soft}>{text.noHistory}</p> : null}
      <ol className={styles.history}>
        {history.map((change, place) => (
          <li key={history.length - place}>
            <p>{headOf(change, text)}</p>
            <p className={surface.soft}>{text.who(change.by, moment(change.at, timeZone, locale))}</p>
            {change.reason ? <p translate="no">{change.reason}</p> : null}
            <ul>
              {differences(register, change, reader).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
        {came ? <li className={surface.soft}>{text.first(came.fileName, came.rowNumber)}</li> : null}
      </ol>
    </Panel>
  )
}

function headOf({ file, undone, before, after, cameWith }: RowChange, text: Messages['reporting']['rows']): string {
  if (undone !== null) return text.byUndo(undone)
  if (file !== null) return text.byImport(file)
  if (after === null) return text.takenAway
  if (before !== null) return text.corrected
  return cameWith ? text.restored : text.added
}

/** Only what differs; of a new or removed row every filled cell would, so none is listed. */
function differences(register: RegisterId, { before, after }: RowChange, reader: Reader): string[] {
  if (!before || !after) return []
  const { words } = reader
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  return registers[register].fields.flatMap((field) => {
    const [was, is] = [before, after].map((cells) => cellWords(field, cells[field.name] ?? null, reader))
    return was === is ? [] : [words.reporting.rows.fromTo(names[field.name] ?? field.name, was ?? '', is ?? '')]
  })
}
