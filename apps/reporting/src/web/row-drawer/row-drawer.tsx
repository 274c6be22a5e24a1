import { useQuery } from '@tanstack/react-query'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import { useId, useRef } from 'react'
import { trpc } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RowHistory } from '../row/row-history.tsx'
import { rowOpening } from '../row/row-opening.ts'
import { keyWordsOf } from '../row/row-words.ts'
import { DrawerActs } from './drawer-acts.tsx'
import { DrawerFacts } from './drawer-facts.tsx'
import { DrawerHead } from './drawer-head.tsx'
import { NoticeList } from './notice-list.tsx'
import styles from './row-drawer.module.css'
import type { ListPage } from './row-place.ts'
import { placeOf, stepFrom } from './row-place.ts'
import { useDrawerFocus } from './use-drawer-focus.ts'
import { useDrawerKeys } from './use-drawer-keys.ts'

interface RowDrawerProps {
  readonly register: RegisterId
  readonly rowKey: string
  readonly list: ListPage
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** A row beside its list, which stays in use. Escape closes it; the keys of the list step through the rows. */
export function RowDrawer({ register, rowKey, list, onStep, onClose }: RowDrawerProps) {
  const reader = useReader()
  const text = reader.words.reporting.rows
  const { today } = useOrganisationDays()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const rowQuery = useQuery(trpc.registerRow.show.queryOptions({ register, key: rowKey }))
  useDrawerKeys({ onClose, onStep })
  useDrawerFocus(heading, rowKey)
  const { row = null, history = [], evidence = [], mayWrite = false } = rowQuery.data ?? {}
  const cells = row?.cells ?? history[0]?.before ?? null
  const opening = cells && rowOpening(register, cells, { ...reader, today })
  return (
    <aside className={styles.drawer} aria-labelledby={id} data-beside-list>
      <DrawerHead
        register={register}
        rowKey={rowKey}
        name={cells ? keyWordsOf(register, cells, reader) : ''}
        place={placeOf(list, rowKey)}
        total={list.total}
        hasPrevious={stepFrom(list, rowKey, -1) !== null}
        hasNext={stepFrom(list, rowKey, 1) !== null}
        onStep={onStep}
        onClose={onClose}
      />
      <div className={styles.body}>
        <h2
          ref={heading}
          id={id}
          className={styles.title}
          tabIndex={-1}
          data-steps
          translate={opening ? 'no' : undefined}
        >
          {opening?.title ?? (rowQuery.isLoadingError ? text.drawer.failed : text.drawer.loading)}
        </h2>
        {rowQuery.isLoadingError ? (
          <div className={ui.stack}>
            <ErrorNote error={rowQuery.error} />
            <div>
              <LinkButton onClick={() => void rowQuery.refetch()}>{reader.words.reporting.faults.again}</LinkButton>
            </div>
          </div>
        ) : null}
        {rowQuery.isPending ? <Loading heights={[36, 120, 160]} /> : null}
        {cells ? (
          <>
            {row ? null : <p className={ui.soft}>{text.gone}</p>}
            <DrawerActs key={rowKey} register={register} rowKey={rowKey} row={row} mayWrite={mayWrite} />
            <DrawerFacts register={register} cells={cells} />
            {row && register === 'incidents' ? (
              <NoticeList incidentId={String(cells[keyFields(register)[0] ?? ''])} />
            ) : null}
            <EvidencePanel
              key={`evidence ${rowKey}`}
              register={register}
              rowKey={rowKey}
              evidence={evidence}
              mayWrite={mayWrite}
              rowExists={row !== null}
            />
            <RowHistory register={register} history={history} />
          </>
        ) : null}
      </div>
    </aside>
  )
}
