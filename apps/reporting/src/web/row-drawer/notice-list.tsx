import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { moment } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { DECIDED_NOTICES, NOTICE_SHAPE } from '../incidents/notice-shape.ts'
import { DueMark } from '../row-list/due-mark.tsx'
import { timeLeft } from '../row-list/row-due.ts'
import styles from './row-drawer.module.css'

/** The legal notices of an incident, each with its clock. The row's page lists what each must contain. */
export function NoticeList({ incidentId }: { readonly incidentId: string }) {
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
