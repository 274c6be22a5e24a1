import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import { referencesTo } from '@wayproof/evidence/rows/references'
import { trpc } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { NoticePanel } from '../incidents/notice-panel.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RowEditor } from '../row-form/row-editor.tsx'
import { RelatedPanel } from './related-panel.tsx'
import { RowFacts } from './row-facts.tsx'
import { RowHistory } from './row-history.tsx'
import { rowOpening } from './row-opening.ts'
import { RowOrigin } from './row-origin.tsx'
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
