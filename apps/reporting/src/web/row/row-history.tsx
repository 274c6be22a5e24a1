import type { RegisterId } from '@wayproof/evidence/register'
import type { RowChange } from '@wayproof/evidence/rows/ports'
import type { Messages } from '@wayproof/messages/en'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import styles from '../rows/rows.module.css'
import { changesOf } from './row-words.ts'

interface RowHistoryProps {
  readonly register: RegisterId
  /** Newest first. */
  readonly history: readonly RowChange[]
}

/** Lists the changes to a row: author, time, reason, and each cell before and after. */
export function RowHistory({ register, history }: RowHistoryProps) {
  const reader = useReader()
  const text = reader.words.reporting.rows
  const came = history.at(-1)?.cameWith
  return (
    <Panel title={text.history}>
      {history.length === 0 ? <p className={ui.soft}>{text.noHistory}</p> : null}
      <ol className={styles.history}>
        {history.map((change, index) => (
          <li key={history.length - index}>
            <p translate="no">{headOf(change, text)}</p>
            <p className={ui.soft} translate="no">
              <SlotSentence sentence={(slot) => text.who(change.by, slot)}>
                <RelativeMoment at={change.at} />
              </SlotSentence>
            </p>
            {change.reason ? <p translate="no">{change.reason}</p> : null}
            <ul>
              {changesOf(register, change, reader).map((line) => (
                <li key={line} translate="no">
                  {line}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {came ? (
          <li className={ui.soft} translate="no">
            {text.first(came.fileName, came.rowNumber)}
          </li>
        ) : null}
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
