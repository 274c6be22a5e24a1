import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import { verdictValue } from '@wayproof/messages/goal-value'
import { count, ratePercent } from '@wayproof/messages/number-format'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { ProgrammeState } from '@wayproof/survey/programme/read-programme'
import type { Wave } from '@wayproof/survey/waves/wave'
import { trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { OpeningQuestionPanel } from '../opening/opening-question.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { NextOpening } from '../programme/openings.tsx'
import { OpenQuestions } from '../questions/open-questions.tsx'
import { displayStatus } from './display-status.ts'
import { NoSuchWave } from './no-such-wave.tsx'
import { isHalfYear } from './wave-to-show.ts'

const route = getRouteApi('/inside/waves')

/** Lists the waves, newest first, and the plan of the next one. */
export function WavesPage() {
  const { locale, words } = useLanguage()
  const search = route.useSearch()
  const { user } = useMe()
  const waves = useQuery(trpc.wave.list.queryOptions())
  const programme = useQuery(trpc.programme.get.queryOptions())
  if (waves.isLoadingError) return <FaultPanel error={waves.error} onAgain={() => void waves.refetch()} />
  if (!waves.data) return <Loading heights={[56, 320, 240]} />
  const newestFirst = [...waves.data].sort((a, b) => (a.period < b.period ? 1 : -1))
  const open = newestFirst.find(({ status }) => status === 'open')
  const name = (period: string | undefined) => (period ? periodName(period, locale) : null)
  const isOfficer = user?.role === 'officer'
  const questions = isOfficer ? (programme.data?.questions ?? []) : []
  const isKnown = [...newestFirst, ...questions].some(({ period }) => period === search.period)
  const missingPeriod = isKnown ? undefined : search.period
  return (
    <>
      <PageHead
        title={words.reporting.waves.title(name(open?.period), name(newestFirst[0]?.period))}
        lead={words.reporting.waves.lead}
      >
        <div className={ui.buttons}>
          <Button variant="default" renderRoot={(props) => <Link to="/waves/questionnaire" {...props} />}>
            {words.reporting.wavePages.questionnaire}
          </Button>
          {isOfficer ? (
            <Button variant="default" renderRoot={(props) => <Link to="/waves/languages" {...props} />}>
              {words.reporting.wavePages.languages}
            </Button>
          ) : null}
          {isOfficer && !open ? (
            <Button renderRoot={(props) => <Link to="/waves/open" {...props} />}>
              {words.reporting.wavePages.opening.title}
            </Button>
          ) : null}
        </div>
      </PageHead>
      <OpenQuestions page="waves" />
      <div className={ui.stack}>
        {programme.data
          ? questions.map((question) => (
              <OpeningQuestionPanel key={question.period} question={question} programme={programme.data.programme} />
            ))
          : null}
        {missingPeriod ? <NoSuchWave period={missingPeriod} newest={newestFirst[0]?.period ?? null} /> : null}
        {newestFirst.length > 0 ? <WavesTable waves={newestFirst} chosen={search.period} /> : null}
        {programme.data ? <NextWave state={programme.data} open={open ?? null} isOfficer={isOfficer} /> : null}
      </div>
    </>
  )
}

interface WavesTableProps {
  readonly waves: readonly Wave[]
  /** The half-year that the reader works with. */
  readonly chosen: PeriodKey | undefined
}

const COLUMNS = ['period', 'status', 'invited', 'answered', 'result', 'closes'] as const

export function WavesTable({ waves, chosen }: WavesTableProps) {
  const { words } = useLanguage()
  const text = words.reporting.waves
  return (
    <Panel title={text.list}>
      <WideTable caption={text.caption} isStacked>
        <ColumnHeads columns={COLUMNS} names={words.reporting.wavePages.list.columns} />
        <tbody>
          {waves.map((wave) => (
            <WaveRow key={wave.id} wave={wave} isChosen={wave.period === chosen} />
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

interface NextWaveProps {
  readonly state: Pick<ProgrammeState, 'programme' | 'next'>
  readonly open: Wave | null
  readonly isOfficer: boolean
}

/** Says when the program opens the next wave, or why it opens none, and why officers cannot open one. */
export function NextWave({ state: { programme, next }, open, isOfficer }: NextWaveProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.programme
  const offText = programme.runsSince === null ? text.stopped : text.paused
  return (
    <Panel
      title={text.nextTitle}
      actions={
        isOfficer ? (
          <Link to="/settings/$section" params={{ section: 'survey' }} className={ui.quiet}>
            {text.plan}
          </Link>
        ) : null
      }
    >
      {programme.runs ? <NextOpening next={next} plan={programme} /> : <p className={ui.soft}>{offText}</p>}
      {isOfficer && open ? (
        <p className={ui.soft}>{text.oneAtATime(periodName(open.period, locale), dayOf(open.closesAt - 1))}</p>
      ) : null}
    </Panel>
  )
}

interface WaveRowProps {
  readonly wave: Wave
  readonly isChosen: boolean
}

/** Shows one wave of the list: who answered, and the result if it has one. */
export function WaveRow({ wave, isChosen }: WaveRowProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { columns, later } = words.reporting.wavePages.list
  const { none } = words.reporting.shell
  const { period, status } = wave
  const funnel = useQuery(trpc.wave.funnel.queryOptions({ period })).data
  const rate =
    funnel && funnel.answered !== null ? ratePercent({ numerator: funnel.answered, denominator: funnel.invited }) : null
  return (
    <tr>
      <th scope="row">
        <Link
          to={status === 'unlinked' ? '/waves/results' : '/waves/progress'}
          search={{ period }}
          aria-current={isChosen ? 'true' : undefined}
        >
          {periodName(period, locale)}
        </Link>
      </th>
      <td data-label={columns.status}>{words.reporting.waves.status[displayStatus(wave)]}</td>
      <td data-label={columns.invited}>{funnel ? count(funnel.invited, locale) : none}</td>
      <td data-label={columns.answered}>{rate ?? none}</td>
      <td data-label={columns.result}>
        {status === 'open' ? later : isHalfYear(period) ? <Result period={period} /> : none}
      </td>
      <td data-label={columns.closes} data-whole>
        {dayOf(wave.closesAt - 1)}
      </td>
    </tr>
  )
}

function Result({ period }: Pick<Wave, 'period'>) {
  const { locale, words } = useLanguage()
  const scorecard = useQuery(trpc.scorecard.forPeriod.queryOptions({ period })).data
  const verdict = scorecard?.verdicts.find(({ goal }) => goal === 'customer-satisfaction')
  const value = verdict ? verdictValue(verdict, locale) : null
  if (!verdict || value === null) return words.reporting.shell.none
  return (
    <StateMark
      shape={shapeOf(verdict)}
      label={words.reporting.shell.labelled(value, words.scorecard.claims.verdict(verdict))}
    />
  )
}
