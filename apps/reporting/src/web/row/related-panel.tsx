import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { writeFilters } from '@wayproof/evidence/rows/row-filter'
import { trpc } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Panel } from '../components/panel.tsx'
import styles from '../rows/rows.module.css'
import { RelatedTable } from './related-table.tsx'

interface RelatedPanelProps {
  readonly register: RegisterId
  /** The field that refers to the row of this page. */
  readonly field: string
  readonly id: string
}

/** Lists the first 25 rows of another register that refer to this one, with a link to all. */
export function RelatedPanel({ register, field, id }: RelatedPanelProps) {
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
