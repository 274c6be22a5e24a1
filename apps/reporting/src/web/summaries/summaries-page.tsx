import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { day, periodName } from '@wayproof/messages/date-format'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import type { Edition, EditionState } from '@wayproof/scorecard/editions/edition'
import { trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { NotFound } from '../components/not-found.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { pagesOf } from '../shell/menu-entries.ts'
import { EditionView } from './edition-view.tsx'
import { WaitingEditionPanel } from './waiting-edition-panel.tsx'

const route = getRouteApi('/inside/summaries')

/** Shows the edition that the address names, or lists those of a half-year. */
export function SummariesPage() {
  const { edition } = route.useSearch()
  const { user } = useMe()
  if (!user || !pagesOf(user.role).includes('summaries')) return <NotFound />
  const isOfficer = user.role === 'officer'
  return edition ? (
    <EditionView key={edition} id={edition} isOfficer={isOfficer} />
  ) : (
    <EditionList isOfficer={isOfficer} />
  )
}

/** Lists the editions of the half-year in the address, waiting ones first. */
function EditionList({ isOfficer }: { readonly isOfficer: boolean }) {
  const search = route.useSearch()
  const { locale, words } = useLanguage()
  const { home } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const period = search.period ?? home
  const editionsQuery = useQuery(trpc.edition.list.queryOptions())
  const text = words.reporting.summaries
  if (editionsQuery.isLoadingError)
    return <FaultPanel error={editionsQuery.error} onAgain={() => void editionsQuery.refetch()} />
  if (!editionsQuery.data) return <Loading heights={[56, 320]} />
  const editions = editionsQuery.data.filter((edition) => edition.period === period)
  const waitingEditions = editions.filter(({ state }) => state === 'held' || state === 'awaiting-approval')
  const sentCount = editions.filter(({ state }) => state === 'sent').length
  return (
    <>
      <PageHead title={text.title(sentCount, periodName(period, locale))} lead={text.lead} />
      {isOfficer ? <OpenQuestions page="summaries" /> : null}
      <div className={ui.stack}>
        {waitingEditions.map((edition) => (
          <WaitingEditionPanel key={edition.id} edition={edition} />
        ))}
        <Panel title={text.heading}>
          {editions.length === 0 ? (
            <p className={ui.soft}>{text.none}</p>
          ) : (
            <EditionsTable editions={editions} period={period} />
          )}
          {isOfficer ? (
            <p className={ui.more}>
              {text.toSettings}{' '}
              <Link to="/settings/$section" params={{ section: 'summary' }}>
                {words.reporting.shell.settings}
              </Link>
            </p>
          ) : null}
        </Panel>
        {isOfficer ? <BouncingPanel /> : null}
      </div>
    </>
  )
}

/** Lists users whose latest letter bounced; renders nothing without any. */
export function BouncingPanel() {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { bouncing: text, ledger } = words.reporting.summaries
  const { columns } = text
  const bouncingQuery = useQuery(trpc.edition.bouncing.queryOptions())
  if (bouncingQuery.error) return <ErrorNote error={bouncingQuery.error} />
  if (!bouncingQuery.data || bouncingQuery.data.length === 0) return null
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={['name', 'state', 'at', 'reply']} names={columns} />
        <tbody>
          {bouncingQuery.data.map(({ userId, name, email, state, at, reply }) => (
            <tr key={userId}>
              <th scope="row">
                <Verbatim>{name}</Verbatim>
                <span className={ui.fileName} translate="no">
                  {email}
                </span>
              </th>
              <td data-label={columns.state}>{ledger.states[state]}</td>
              <td data-label={columns.at}>{dayOf(at)}</td>
              <td data-label={columns.reply}>
                <Verbatim>{reply ?? words.reporting.shell.none}</Verbatim>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

interface EditionsTableProps {
  readonly editions: readonly Edition[]
  readonly period: PeriodKey
}

/** Lists the editions of a half-year, newest first. */
export function EditionsTable({ editions, period }: EditionsTableProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.summaries
  const { columns } = text
  return (
    <WideTable caption={text.heading} isStacked>
      <ColumnHeads columns={['edition', 'state', 'date', 'people']} names={columns} />
      <tbody>
        {editions.map(({ id, kind, occasion, state, dueOn, endedAt, people }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/summaries" search={{ period, edition: id }}>
                {words.editions.letter.of(kind, occasion)}
              </Link>
            </th>
            <td data-label={columns.state}>
              <StateMark shape={EDITION_SHAPE[state]} label={words.editions.states[state]} />
            </td>
            <td data-label={columns.date}>
              {state === 'sent' && endedAt !== null ? text.sentOn(dayOf(endedAt)) : text.dueOn(day(dueOn, locale))}
            </td>
            <td data-label={columns.people}>{state === 'sent' ? text.people(people) : words.reporting.shell.none}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

const EDITION_SHAPE: Readonly<Record<EditionState, Shape>> = {
  held: 'amber',
  'awaiting-approval': 'amber',
  sent: 'demonstrated',
  superseded: 'unknown',
}
