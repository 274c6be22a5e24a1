import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { RowOrigin as Origin, StoredRow } from '@wayproof/evidence/rows/ports'
import { referencesTo } from '@wayproof/evidence/rows/references'
import { writeFilters } from '@wayproof/evidence/rows/row-filter'
import { hasStates } from '@wayproof/evidence/rows/row-state'
import { moment } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { trpc } from '../api.ts'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { NoticePanel } from '../incidents/notice-panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RowEditor } from '../row-form/row-editor.tsx'
import { listedFields } from '../row-list/listed-fields.ts'
import styles from '../rows/rows.module.css'
import { FactList, RowFacts } from './row-facts.tsx'
import { RowHistory } from './row-history.tsx'
import { rowOpening } from './row-opening.ts'
import { keyWordsOf } from './row-words.ts'

interface RowPageProps {
  readonly register: RegisterId
  readonly rowKey: string
}

export function RowPage({ register, rowKey }: RowPageProps) {
  const reader = useReader()
  const { words } = reader
  const text = words.reporting.rows
  const { today } = useOrganisationDays()
  const query = useQuery(trpc.registerRow.show.queryOptions({ register, key: rowKey }))
  const list = (
    <Link
      key={register}
      to="/registers/$register"
      params={{ register }}
      search={({ row: _, open: __, ...search }) => search}
    >
      {words.registers.names[register]}
    </Link>
  )
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} back={list} />
  if (!query.data) return <Loading heights={[56, 240, 240]} />
  const { row, history, evidence, mayWrite } = query.data
  const cells = row?.cells ?? history[0]?.before ?? {}
  return (
    <>
      <PageHead
        {...rowOpening(register, cells, { ...reader, today })}
        lead={row ? undefined : text.gone}
        trail={[list, <Verbatim key={rowKey}>{keyWordsOf(register, cells, reader)}</Verbatim>]}
      />
      <div className={ui.stack}>
        <RowFacts register={register} cells={cells} rowExists={row !== null} />
        {row && register === 'incidents' ? <NoticePanel incidentId={String(cells.id)} mayWrite={mayWrite} /> : null}
        {row && register !== 'incidents'
          ? referencesTo(register).map(([otherRegister, field]) => (
              <RelatedPanel
                key={otherRegister}
                register={otherRegister}
                field={field}
                id={String(cells[keyFields(register)[0] ?? ''])}
              />
            ))
          : null}
        {mayWrite ? <RowEditor register={register} rowKey={rowKey} row={row} /> : null}
        <EvidencePanel
          register={register}
          rowKey={rowKey}
          evidence={evidence}
          mayWrite={mayWrite}
          rowExists={row !== null}
        />
        {row ? <RowOrigin origin={row.origin} /> : null}
        <RowHistory register={register} history={history} />
      </div>
    </>
  )
}

/** Names the file or request of a row, with its digest and the row's number in it. */
function RowOrigin({ origin }: { readonly origin: Origin | null }) {
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

interface RelatedPanelProps {
  readonly register: RegisterId
  /** The field that refers to the row of this page. */
  readonly field: string
  readonly id: string
}

/** Lists the first 25 rows of another register that refer to this one, with a link to all. */
function RelatedPanel({ register, field, id }: RelatedPanelProps) {
  const { words } = useReader()
  const text = words.reporting.rows
  const only = writeFilters([{ field, texts: [id] }])
  const query = { register, find: '', only, page: 1 }
  const page = useQuery(trpc.registerRow.page.queryOptions(query))
  if (page.isLoadingError) return <FaultPanel error={page.error} onAgain={() => void page.refetch()} />
  if (page.data?.kind !== 'rows') return null
  const { rows, total, mayWrite } = page.data
  return (
    <Panel
      title={text.related(words.registers.names[register], total)}
      actions={
        <span className={styles.actions}>
          {mayWrite ? (
            <Link to="/registers/$register" params={{ register }} search={{ row: 'new', only }}>
              {text.add}
            </Link>
          ) : null}
          {total > rows.length ? (
            <Link to="/registers/$register" params={{ register }} search={{ only }}>
              {text.allRelated}
            </Link>
          ) : null}
        </span>
      }
    >
      {total === 0 ? <p className={ui.soft}>{text.noneRelated}</p> : null}
      {total > 0 ? <RelatedTable register={register} hiddenField={field} rows={rows} /> : null}
    </Panel>
  )
}

interface RelatedTableProps {
  readonly register: RegisterId
  /** The field that is left out, because it is the same in every row. */
  readonly hiddenField: string
  readonly rows: readonly StoredRow[]
}

/** Each row links to its own page. */
function RelatedTable({ register, hiddenField, rows }: RelatedTableProps) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const fields = listedFields(register).filter(({ name }) => name !== hiddenField)
  return (
    <WideTable caption={words.registers.names[register]} isStacked>
      <thead>
        <tr>
          {fields.map(({ name }) => (
            <th key={name} scope="col">
              {names[name]}
            </th>
          ))}
          {hasStates(register) ? <th scope="col">{words.reporting.rows.state}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {fields.map((field, index) => {
              const value = <CellValue field={field} cells={cells} />
              return index === 0 ? (
                <th key={field.name} scope="row" data-whole={isUnbroken(field)}>
                  <Link to="/registers/$register" params={{ register }} search={{ row: key }}>
                    {value}
                  </Link>
                </th>
              ) : (
                <td key={field.name} data-label={names[field.name]} data-whole={isUnbroken(field)}>
                  {value}
                </td>
              )
            })}
            {hasStates(register) ? (
              <td data-label={words.reporting.rows.state}>
                <RowStateMark register={register} cells={cells} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
