import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { moment, timeZoneName } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { DueMark } from '../row-list/due-mark.tsx'
import { timeLeft } from '../row-list/row-due.ts'
import { DECIDED_NOTICES, NOTICE_SHAPE } from './notice-shape.ts'

const HOUR = 3_600_000

interface NoticePanelProps {
  readonly incidentId: string
  readonly mayWrite: boolean
}

/** Shows the legal notices that an incident requires: each deadline, and what the notice must contain. */
export function NoticePanel({ incidentId, mayWrite }: NoticePanelProps) {
  const { locale, words, timeZone } = useReader()
  const text = words.reporting.incidents
  const clocks = useQuery(trpc.registerRow.noticeClocks.queryOptions({ incidentId }))
  if (clocks.isLoadingError) return <FaultPanel error={clocks.error} onAgain={() => void clocks.refetch()} />
  if (!clocks.data) return <Loading heights={[160]} />
  const register = 'incident-notices'
  const momentText = (at: number | null) => (at === null ? words.reporting.shell.none : moment(at, timeZone, locale))
  const add = (
    <Link to="/registers/$register" params={{ register }} search={{ row: 'new', only: `incidentId:${incidentId}` }}>
      {text.record}
    </Link>
  )
  return (
    <Panel title={text.title} actions={mayWrite ? add : null}>
      {clocks.data.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      {clocks.data.length > 0 ? (
        <WideTable caption={text.title} isStacked>
          <thead>
            <tr>
              {[text.duty, text.state, text.due, text.given, text.told].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clocks.data.map(({ duty, state, dueAt, lateBy, notifiedAt, left, facts, reason }) => (
              <tr key={duty}>
                <th scope="row">
                  {state === 'undecided' || state === 'undecided-overdue' ? (
                    words.registers.values[duty]
                  ) : (
                    <Link
                      to="/registers/$register"
                      params={{ register }}
                      search={{ row: JSON.stringify([incidentId, duty]) }}
                    >
                      {words.registers.values[duty]}
                    </Link>
                  )}
                  {reason ? (
                    <span className={ui.below} translate="no">
                      {reason}
                    </span>
                  ) : null}
                </th>
                <td data-label={text.state}>
                  <StateMark shape={NOTICE_SHAPE[state]} label={text.states[state]} />
                  {lateBy === null || notifiedAt === null ? null : (
                    <span className={ui.below}>{text.lateBy(lateBy / HOUR)}</span>
                  )}
                </td>
                <td data-label={text.due}>
                  {momentText(dueAt)}
                  {notifiedAt === null && left !== null && !DECIDED_NOTICES.includes(state) ? (
                    <span className={ui.line}>
                      <DueMark due={timeLeft(left, words.deadlines.left)} />
                    </span>
                  ) : null}
                </td>
                <td data-label={text.given}>{momentText(notifiedAt)}</td>
                <td data-label={text.told}>
                  {facts.length === 0 ? words.reporting.shell.none : null}
                  <ul className={ui.ticks}>
                    {facts.map(({ fact, isStated }) => (
                      <li key={fact} data-told={isStated}>
                        <span aria-hidden="true">{isStated ? '✓' : '○'}</span>
                        {text.fact(words.registers.values[fact] ?? fact, isStated)}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      <p className={ui.more}>{text.zone(timeZoneName(timeZone, locale))}</p>
    </Panel>
  )
}
