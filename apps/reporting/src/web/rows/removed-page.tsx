import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { moment } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import { cellWords } from '../cells/cell-words.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'

/** Lists removed rows; each links to the page where it can be restored. */
export function RemovedPage({ register }: { readonly register: RegisterId }) {
  const reader = useReader()
  const { locale, words, timeZone } = reader
  const text = words.reporting.rows
  const removedQuery = useQuery(trpc.registerRow.removed.queryOptions({ register }))
  if (removedQuery.isLoadingError)
    return <FaultPanel error={removedQuery.error} onAgain={() => void removedQuery.refetch()} />
  if (!removedQuery.data) return <Loading heights={[56, 240]} />
  const name = words.registers.names[register]
  const columns = registers[register].fields.slice(0, 3)
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  return (
    <>
      <PageHead
        title={text.removedTitle(name, removedQuery.data.length)}
        lead={text.removedLead}
        trail={[
          <Link key={register} to="/registers/$register" params={{ register }} search={{}}>
            {name}
          </Link>,
          text.removed,
        ]}
      />
      <Panel title={text.removed}>
        {removedQuery.data.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
        {removedQuery.data.length > 0 ? (
          <WideTable caption={text.removed} isStacked>
            <thead>
              <tr>
                {[...columns.map((field) => names[field.name]), text.removedOn, text.reason].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {removedQuery.data.map(({ key, cells, at, by, reason }) => (
                <tr key={key}>
                  {columns.map((field, index) => {
                    const cell = cellWords(field, cells[field.name] ?? null, reader)
                    return index === 0 ? (
                      <th key={field.name} scope="row" translate="no">
                        <Link to="/registers/$register" params={{ register }} search={{ row: key }}>
                          {cell}
                        </Link>
                      </th>
                    ) : (
                      <td key={field.name} data-label={names[field.name]} translate="no">
                        {cell}
                      </td>
                    )
                  })}
                  <td data-label={text.removedOn}>{text.who(by, moment(at, timeZone, locale))}</td>
                  <td data-label={text.reason} translate="no">
                    {reason}
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        ) : null}
      </Panel>
    </>
  )
}
