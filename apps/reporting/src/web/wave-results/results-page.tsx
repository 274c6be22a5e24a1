import { useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { ratePercent } from '@wayproof/messages/number-format'
import type { Wave } from '@wayproof/survey/waves/wave'
import { trpc } from '../api.ts'
import { BreakdownPanel } from '../breakdown/breakdown-panel.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Note } from '../components/note.tsx'
import { DriversPanel } from '../drivers/drivers-panel.tsx'
import { type Language, useLanguage } from '../language.tsx'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveHead } from '../waves/wave-head.tsx'
import { isHalfYear } from '../waves/wave-to-show.ts'
import { AnswersPanel } from './answers-panel.tsx'
import { questionRows } from './question-rows.ts'
import { QuestionsPanel } from './questions-panel.tsx'
import { resultSentence, type Satisfaction } from './result-sentence.ts'
import styles from './results.module.css'

const route = getRouteApi('/inside/waves/results')

/** Shows what a closed wave found: each question, what drives satisfaction, and the groups. */
export function ResultsPage() {
  const { period } = route.useSearch()
  return (
    <ShownWave period={period}>
      {(wave) =>
        wave.status === 'unlinked' && isHalfYear(wave.period) ? <Results wave={wave} /> : <NoResults wave={wave} />
      }
    </ShownWave>
  )
}

/** An open wave has no results, and one on another period than a half-year has none either. */
function NoResults({ wave }: { readonly wave: Wave }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.results.sentence
  const title = wave.status === 'open' ? text.open : wave.status === 'closed' ? text.unlinking : text.otherPeriod
  return (
    <WaveHead
      wave={wave}
      part="results"
      title={title}
      lead={words.reporting.waves.of(periodName(wave.period, locale))}
    />
  )
}

function Results({ wave }: { readonly wave: Wave }) {
  const language = useLanguage()
  const { words } = language
  const { period } = wave
  const goal = useQuery(trpc.scorecard.goal.queryOptions({ goal: 'customer-satisfaction', period }))
  const headline = useQuery(trpc.breakdown.satisfaction.queryOptions({ period, by: 'channel' }))
  const breakdowns = useQueries({
    queries: (headline.data?.items ?? [])
      .filter(({ kind }) => kind === 'rating')
      .map(({ id }) =>
        trpc.breakdown.satisfaction.queryOptions({ period, by: 'channel', ...(id === 'overall' ? {} : { item: id }) }),
      ),
    combine: (queries) => queries.map(({ data }) => data),
  })
  const answers = useQuery(trpc.breakdown.answers.queryOptions({ period }))
  const failed = [goal, headline, answers].find(({ isLoadingError }) => isLoadingError)
  if (failed) return <FaultPanel error={failed.error} onAgain={() => void failed.refetch()} />
  if (!goal.data || !headline.data) return <Loading heights={[76, 48, 480, 320]} />
  const goalVerdict = goal.data.verdict
  const verdict = goalVerdict.goal === 'customer-satisfaction' ? goalVerdict : null
  const rows = questionRows(
    breakdowns.filter((breakdown) => breakdown !== undefined),
    verdict && { verdict, waves: goal.data.waves },
  )
  return (
    <>
      <WaveHead
        wave={wave}
        part="results"
        title={verdict ? resultSentence(verdict, language) : words.reporting.wavePages.results.sentence.hidden}
        lead={verdict ? leadOf(period, verdict, language) : ''}
      >
        <div className={ui.links}>
          <Link to="/goal/$goal" params={{ goal: 'customer-satisfaction' }} search={{ period }}>
            {words.reporting.wavePages.results.goal}
          </Link>
          <a href={`/export/satisfaction.csv?${new URLSearchParams({ period })}`} download>
            {words.reporting.breakdown.export}
          </a>
        </div>
      </WaveHead>
      {rows.some(({ figure }) => figure.kind === 'shown') ? (
        <div className={styles.page}>
          <QuestionsPanel rows={rows} verdict={verdict} />
          {answers.data && answers.data.length > 0 ? <AnswersPanel questions={answers.data} /> : null}
          <DriversPanel period={period} />
          <BreakdownPanel period={period} />
        </div>
      ) : breakdowns.length > rows.length ? (
        <Loading heights={[480]} />
      ) : (
        <Note>{words.reporting.breakdown.tooFew}</Note>
      )}
    </>
  )
}

function leadOf(period: string, { figures }: Satisfaction, { locale, words }: Language): string {
  const { answered, invited, n } = figures
  if (answered === null) return words.reporting.wavePages.results.sentence.open
  const rate = ratePercent({ numerator: answered, denominator: invited }) ?? words.reporting.shell.none
  return words.reporting.wavePages.results.lead(periodName(period, locale), answered, invited, rate, n)
}
