import type { RowOrigin as Origin } from '@wayproof/evidence'
import { count, moment } from '@wayproof/messages'
import { Facts } from '../surface/facts.tsx'
import { Panel } from '../surface/panel.tsx'
import { useReader } from './use-reader.ts'

/** The file that brought a row, down to its digest and the row in it. */
export function RowOrigin({ origin }: { readonly origin: Origin | null }) {
  const { locale, words, timeZone } = useReader()
  const text = words.reporting.rows
  if (!origin)
    return (
      <Panel title={text.origin}>
        <p>{text.byHand}</p>
      </Panel>
    )
  return (
    <Panel title={text.origin}>
      <Facts
        facts={[
          [text.file, origin.fileName],
          [text.fileRow, count(origin.rowNumber, locale)],
          [text.imported, moment(origin.at, timeZone, locale)],
          [text.importedBy, origin.by],
          [text.digest, origin.digest],
        ]}
      />
    </Panel>
  )
}
