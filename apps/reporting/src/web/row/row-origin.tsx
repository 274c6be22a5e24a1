import type { RowOrigin as Origin } from '@wayproof/evidence/rows/ports'
import { moment } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { useReader } from '../cells/use-reader.ts'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { FactList } from './fact-list.tsx'

/** Names the file or request of a row, with its digest and the row's number in it. */
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
      <FactList
        facts={[
          [origin.byKey ? text.request : text.file, <Verbatim key="file">{origin.fileName}</Verbatim>],
          [origin.byKey ? text.requestRow : text.fileRow, count(origin.rowNumber, locale)],
          [origin.byKey ? text.sent : text.imported, moment(origin.at, timeZone, locale)],
          [origin.byKey ? text.sentBy : text.importedBy, <Verbatim key="by">{origin.by}</Verbatim>],
          [origin.byKey ? text.requestDigest : text.digest, <Verbatim key="digest">{origin.digest}</Verbatim>],
        ]}
      />
    </Panel>
  )
}
