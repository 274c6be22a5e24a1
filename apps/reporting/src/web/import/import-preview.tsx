import type { PreviewRow } from '@wayproof/evidence/ports'
import type { RegisterId } from '@wayproof/evidence/register'
import { count } from '@wayproof/messages/number-format'
import { useReader } from '../cells/use-reader.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { WideTable } from '../components/wide-table.tsx'
import { changesOf, keyWordsOf } from '../row/row-words.ts'

interface ImportPreviewProps {
  readonly register: RegisterId
  readonly preview: readonly PreviewRow[]
  readonly rows: number
}

/** Lists the rows that an import would change, with each cell before and after. */
export function ImportPreview({ register, preview, rows }: ImportPreviewProps) {
  const reader = useReader()
  const { locale, words } = reader
  const text = words.reporting.imports
  return (
    <>
      <p className={ui.soft}>{text.previewFirst(preview.length, rows)}</p>
      <WideTable caption={text.preview} isStacked>
        <ColumnHeads columns={['key', 'what', 'difference', 'row']} names={text} numbers={['row']} />
        <tbody>
          {preview.map((row) => (
            <tr key={keyWordsOf(register, row.after, reader)}>
              <th scope="row" translate="no">
                {keyWordsOf(register, row.after, reader)}
              </th>
              <td data-label={text.what}>{text.kinds[row.kind]}</td>
              <td data-label={text.difference}>
                {changesOf(register, row, reader).map((line) => (
                  <span key={line} className={ui.line}>
                    {line}
                  </span>
                ))}
                {row.byHand && row.kind !== 'unchanged' ? <span className={ui.fileName}>{text.byHand}</span> : null}
              </td>
              <td data-label={text.row} data-number>
                {count(row.rowNumber, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  )
}
