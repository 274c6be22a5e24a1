import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { dateAt, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day, periodName } from '@wayproof/messages/date-format'
import { count, ratePercent } from '@wayproof/messages/number-format'
import type { Funnel, Wave } from '@wayproof/survey/waves/wave'
import { trpc } from '../api.ts'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import { ClosingPanel } from '../close-change/closing-panel.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Waterfall } from '../glyphs/waterfall.tsx'
import { type Language, useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { coverageSteps } from '../opening/coverage-steps.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { displayStatus } from '../waves/display-status.ts'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveHead } from '../waves/wave-head.tsx'
import styles from './progress.module.css'
import { comingDates, ResponsePanel } from './response-panel.tsx'

const route = getRouteApi('/inside/waves/progress')

/** Shows how far a wave has come: who was invited, who answered, and what comes next. */
export function ProgressPage() {
  const { period } = route.useSearch()
  return <ShownWave period={period}>{(wave, before) => <Progress wave={wave} before={before} />}</ShownWave>
}

interface ProgressProps {
  readonly wave: Wave
  readonly before: Wave | null
}

function Progress({ wave, before }: ProgressProps) {
  const language = useLanguage()
  const { locale, words } = language
  const { today, timeZone, dayOf } = useOrganisationDays()
  const isOfficer = useMe().user?.role === 'officer'
  const query = useQuery(trpc.wave.funnel.queryOptions({ period: wave.period }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  const funnel = query.data
  if (!funnel) return <Loading heights={[76, 48, 64, 320]} />
  const text = words.reporting.wavePages.progress
  const age = daysBetween(dateAt(wave.openedAt, timeZone), today) + 1
  const name = periodName(wave.period, locale)
  const lead = wave.status === 'open' ? text.lead : text.leadClosed
  return (
    <>
      <WaveHead
        wave={wave}
        part="progress"
        title={sentence(funnel, age, language)}
        lead={lead(name, dayOf(wave.closesAt - 1))}
      />
      <ProgressFacts funnel={funnel} />
      <Interruptions funnel={funnel} />
      <div className={styles.grid}>
        <div className={styles.column}>
          <ResponsePanel funnel={funnel} before={before} />
          {isOfficer ? <ClosingPanel wave={wave} /> : null}
          <DetailsPanel wave={wave} />
        </div>
        <div className={styles.column}>
          <CoveragePanel funnel={funnel} />
          <NextPanel wave={wave} />
        </div>
      </div>
    </>
  )
}

function sentence({ wave, answered, invited }: Funnel, age: number, { words }: Language): string {
  const text = words.reporting.wavePages.progress
  const rate = answered === null ? null : ratePercent({ numerator: answered, denominator: invited })
  if (answered === null || rate === null) return text.first(age)
  return wave.status === 'open' ? text.open(age, answered, rate) : text.closed(answered, invited, rate)
}

/** Says that emails are paused, or that a lost key leaves the wave without results. */
function Interruptions({ funnel: { key, wave } }: { readonly funnel: Funnel }) {
  const text = useLanguage().words.reporting.waves
  const { dayOf } = useOrganisationDays()
  const pause = wave.status === 'open' ? wave.paused : null
  if (!key?.lostAt && !pause) return null
  return (
    <div className={styles.notes}>
      {key?.lostAt ? <Note>{text.keyLost(dayOf(key.lostAt))}</Note> : null}
      {pause ? <Note tone="caution">{text.paused[pause.reason](dayOf(pause.at))}</Note> : null}
    </div>
  )
}

function DetailsPanel({ wave }: { readonly wave: Wave }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.waves
  return (
    <Panel title={words.reporting.wavePages.progress.details}>
      <Facts
        facts={[
          [text.columns.status, text.status[displayStatus(wave)]],
          [text.columns.mode, text.mode[wave.mode]],
          ...(wave.seed ? [[text.seed, wave.seed] as const] : []),
          [text.columns.opened, dayOf(wave.openedAt)],
          [text.columns.closes, dayOf(wave.closesAt - 1)],
          ...(wave.closesAt !== wave.sealedClosesAt
            ? [[text.sealedCloses, dayOf(wave.sealedClosesAt - 1)] as const]
            : []),
        ]}
      />
    </Panel>
  )
}

/** Shows who could not be invited at the opening, and why. */
export function CoveragePanel({ funnel: { coverage, invited, wave } }: { readonly funnel: Funnel }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.progress.coverage
  const last = { label: wave.mode === 'census' ? text.invited : text.sampled, count: invited }
  const steps = coverageSteps(coverage, last, text)
  return (
    <ChartPanel
      title={text.title}
      caption={text.caption}
      columns={[text.columns.step, text.columns.people]}
      rows={steps.map(({ label, count: people, isLoss }) => [
        label,
        people === null ? words.reporting.shell.none : `${isLoss ? '\u2212' : ''}${count(people, locale)}`,
      ])}
    >
      <Waterfall steps={steps} />
    </ChartPanel>
  )
}

/** The four figures of a wave: invited, delivered, answered, and the time left. */
export function ProgressFacts({ funnel }: { readonly funnel: Funnel }) {
  const { locale, words } = useLanguage()
  const { today, timeZone, dayOf } = useOrganisationDays()
  const text = words.reporting.wavePages.progress.facts
  const { none } = words.reporting.shell
  const { wave, invited, delivered, answered } = funnel
  const closes = dayOf(wave.closesAt - 1)
  const ofInvited = (people: number | null) => {
    const share = people === null ? null : ratePercent({ numerator: people, denominator: invited })
    return people === null || share === null ? none : text.of(count(people, locale), share)
  }
  const facts: readonly (readonly [string, string])[] = [
    [text.invited(dayOf(wave.openedAt)), count(invited, locale)],
    [text.delivered, ofInvited(delivered)],
    [text.answered, ofInvited(answered)],
    wave.status === 'open'
      ? [text.closes(closes), text.left(Math.max(0, daysBetween(today, dateAt(wave.closesAt - 1, timeZone))))]
      : [text.closedOn(closes), text.closed],
  ]
  return <Facts className={styles.facts} aria-label={text.title} facts={facts} />
}

/** Lists the dates ahead of an open wave; says what a closed one waits for. */
export function NextPanel({ wave }: { readonly wave: Wave }) {
  const { locale, words } = useLanguage()
  const { today, timeZone } = useOrganisationDays()
  const text = words.reporting.wavePages.progress.next
  return (
    <Panel title={text.title}>
      {wave.status === 'open' ? (
        <ol className={styles.dates}>
          {comingDates(wave, today, timeZone).map(({ date, event }) => (
            <li key={event}>
              <span className={styles.date}>{day(date, locale)}</span>
              <span>{text[event]}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className={ui.soft}>{wave.status === 'closed' ? text.waits : text.done}</p>
      )}
    </Panel>
  )
}
