import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { hasStates } from '@wayproof/evidence/rows/row-state'
import { moment } from '@wayproof/messages/date-format'
import { type RefObject, useEffect, useEffectEvent, useId, useRef } from 'react'
import { trpc } from '../api.ts'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { DECIDED_NOTICES, NOTICE_SHAPE } from '../incidents/notice-shape.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { FactList, FactValue } from '../row/row-facts.tsx'
import { RowHistory } from '../row/row-history.tsx'
import { rowOpening } from '../row/row-opening.ts'
import { rowSections } from '../row/row-sections.ts'
import { keyWordsOf } from '../row/row-words.ts'
import { DueMark } from '../row-list/due-mark.tsx'
import { timeLeft } from '../row-list/row-due.ts'
import { areSingleKeysOn } from '../shortcuts/single-keys.ts'
import { isTyping } from '../shortcuts/use-shortcuts.ts'
import { DrawerActs } from './drawer-acts.tsx'
import { DrawerHead } from './drawer-head.tsx'
import styles from './row-drawer.module.css'
import { type ListPage, placeOf, stepFrom } from './row-place.ts'

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

const linkOf = (rowKey: string) => document.querySelector<HTMLElement>(`a[data-row="${CSS.escape(rowKey)}"]`)

/**
 * Moves the focus to the drawer's heading when it opens, and to the row's link when it closes. A step from a row's link
 * takes the focus along.
 */
function useDrawerFocus(heading: RefObject<HTMLElement | null>, rowKey: string): void {
  const last = useRef(rowKey)
  useEffect(() => {
    last.current = rowKey
    const link = linkOf(rowKey)
    link?.scrollIntoView({ block: 'nearest' })
    if (document.activeElement?.matches('a[data-row]')) link?.focus()
  }, [rowKey])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    return () => {
      const isLost = !document.activeElement || document.activeElement === document.body
      if (isLost) (linkOf(last.current) ?? document.getElementById('content'))?.focus({ preventScroll: true })
    }
  }, [heading])
}

interface DrawerKeys {
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

const LETTERS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 }
const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** Escape closes the drawer; j and k step, the arrows too where they do not scroll: on a row's link and the drawer's head. */
function useDrawerKeys({ onClose, onStep }: DrawerKeys): void {
  const close = useEffectEvent(onClose)
  const step = useEffectEvent(onStep)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(target) || document.querySelector('dialog[open], [role="menu"]')) return
      if (key === 'Escape') return close()
      const isOnRow = target instanceof Element && target.closest('[data-steps]') !== null
      const by = (areSingleKeysOn() ? LETTERS[key] : undefined) ?? (isOnRow ? ARROWS[key] : undefined)
      if (by === undefined) return
      event.preventDefault()
      step(by)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** The state of a row and its main facts, each label beside its value. */
function DrawerFacts({ register, cells }: { readonly register: RegisterId; readonly cells: Cells }) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const text = words.reporting.rows
  const state = hasStates(register)
    ? [[text.state, <RowStateMark key="state" register={register} cells={cells} isShort />] as const]
    : []
  return (
    <section className={styles.facts} aria-label={text.row}>
      <FactList
        isNarrow
        facts={[
          ...state,
          ...mainFacts(register, cells).map(
            (field) =>
              [
                names[field.name] ?? field.name,
                <FactValue key={field.name} register={register} field={field} cells={cells} />,
              ] as const,
          ),
        ]}
      />
    </section>
  )
}

const MOST_FACTS = 8

/** Longer texts stand on the row's page. */
const MAX_LENGTH = 200

/** Fields that name the row; its title has them. */
const NAMES = ['name', 'title', 'finding']

/** The filled fields that a drawer shows: first what the row is, then its dates. */
export const mainFacts = (register: RegisterId, cells: Cells): readonly Field[] =>
  rowSections(register)
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => !keyFields(register).includes(name) && !NAMES.includes(name))
    .filter(({ name, kind, maxLength = 0 }) => kind !== 'list' && maxLength <= MAX_LENGTH && cells[name] != null)
    .slice(0, MOST_FACTS)

/** The legal notices of an incident, each with its clock. The row's page lists what each must contain. */
function NoticeList({ incidentId }: { readonly incidentId: string }) {
  const { locale, words, timeZone } = useReader()
  const text = words.reporting.incidents
  const clocks = useQuery(trpc.registerRow.noticeClocks.queryOptions({ incidentId }))
  if (clocks.isLoadingError) return <ErrorNote error={clocks.error} />
  if (!clocks.data) return <Loading heights={[120]} />
  return (
    <Panel title={text.title}>
      {clocks.data.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <ul className={styles.clocks}>
        {clocks.data.map(({ duty, state, dueAt, notifiedAt, left }) => (
          <li key={duty}>
            <div>
              {state === 'undecided' || state === 'undecided-overdue' ? (
                words.registers.values[duty]
              ) : (
                <Link
                  to="/registers/$register"
                  params={{ register: 'incident-notices' }}
                  search={{ row: JSON.stringify([incidentId, duty]) }}
                >
                  {words.registers.values[duty]}
                </Link>
              )}
              <span className={ui.below}>
                {notifiedAt === null
                  ? dueAt === null
                    ? null
                    : text.dueBy(moment(dueAt, timeZone, locale))
                  : text.givenOn(moment(notifiedAt, timeZone, locale))}
              </span>
            </div>
            <div className={styles.clock}>
              <StateMark shape={NOTICE_SHAPE[state]} label={text.states[state]} />
              {notifiedAt === null && left !== null && !DECIDED_NOTICES.includes(state) ? (
                <DueMark due={timeLeft(left, words.deadlines.left)} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
