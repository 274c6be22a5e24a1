import { useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { ratePercent } from '@wayproof/messages/number-format'
import type { AnsweredQuestion, AnsweredShare } from '@wayproof/scorecard/breakdown/answered-questions'
import type { Wave } from '@wayproof/survey/waves/wave'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { BreakdownPanel } from '../breakdown/breakdown-panel.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Note } from '../components/note.tsx'
import { DriversPanel } from '../drivers/drivers-panel.tsx'
import { IntervalBar } from '../glyphs/interval-bar.tsx'
import { type Language, useLanguage } from '../language.tsx'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveHead } from '../waves/wave-head.tsx'
import { isHalfYear } from '../waves/wave-to-show.ts'
import { questionRows } from './question-rows.ts'
import questionsStyles from './questions.module.css'
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

interface AnswersPanelProps {
  readonly questions: readonly AnsweredQuestion[]
}

/** Draws the shares of the questions that are not ratings: choices, yes, and recommendations with their score. */
function AnswersPanel({ questions }: AnswersPanelProps) {
  const language = useLanguage()
  const text = language.words.reporting.wavePages.results.answers
  const { answer, scale, share, before, answers } = text.columns
  return (
    <ChartPanel
      title={text.title}
      hint={text.hint}
      caption={text.caption}
      columns={[answer, share, language.words.reporting.breakdown.columns.interval, before, answers]}
      rows={questions.flatMap((question) =>
        question.shares.map((each) => {
          const texts = shareTexts(each, language)
          return [
            `${question.text[language.locale]} ${texts.answer}`,
            texts.share,
            texts.interval,
            texts.before,
            texts.people,
          ]
        }),
      )}
      notes={<p className={questionsStyles.method}>{text.method}</p>}
    >
      <table className={questionsStyles.questions}>
        <caption className="sr-only">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{answer}</th>
            <th scope="col" className={questionsStyles.scale}>
              <span className="sr-only">{scale}</span>
            </th>
            <th scope="col" data-number>
              {share}
            </th>
            <th scope="col" data-number>
              {before}
            </th>
            <th scope="col" data-number>
              {answers}
            </th>
          </tr>
        </thead>
        {questions.map((question) => (
          <tbody key={question.id}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={questionsStyles.asked}>
                {question.text[language.locale]}
                <Score question={question} />
              </th>
            </tr>
            {question.shares.map((each) => (
              <AnswerLine key={each.item.id} share={each} />
            ))}
            {question.recommendation ? <NeitherLine share={question.recommendation.others} /> : null}
          </tbody>
        ))}
      </table>
    </ChartPanel>
  )
}

function AnswerLine({ share }: { readonly share: AnsweredShare }) {
  const language = useLanguage()
  const texts = shareTexts(share, language)
  const label = language.words.reporting.wavePages.results.describe(texts.answer, texts.share, texts.interval)
  return (
    <Line texts={texts}>
      <IntervalBar now={share.now} before={share.before} label={label} />
    </Line>
  )
}

/** The rest of the distribution of a recommendation, computed from its two shares. */
function NeitherLine({ share }: { readonly share: number }) {
  const { breakdown, shell } = useLanguage().words.reporting
  const { none } = shell
  const shareText = breakdown.share({ kind: 'at', value: share })
  return <Line texts={{ answer: breakdown.neither, share: shareText, before: none, people: none }} />
}

interface LineProps {
  readonly texts: Omit<ReturnType<typeof shareTexts>, 'interval'>
  readonly children?: ReactNode
}

function Line({ texts, children }: LineProps) {
  const { columns } = useLanguage().words.reporting.wavePages.results.answers
  return (
    <tr>
      <th scope="row">{texts.answer}</th>
      <td className={questionsStyles.scale}>{children}</td>
      <td data-number data-label={columns.share} className={questionsStyles.share}>
        {texts.share}
      </td>
      <td data-number data-label={columns.before} className={questionsStyles.people}>
        {texts.before}
      </td>
      <td data-number data-label={columns.answers} className={questionsStyles.people}>
        {texts.people}
      </td>
    </tr>
  )
}

/** The score of a recommendation beside that of the last wave. */
function Score({ question: { kind, recommendation, recommendationBefore } }: { readonly question: AnsweredQuestion }) {
  const { words } = useLanguage()
  const { breakdown } = words.reporting
  const text = words.reporting.wavePages.results.answers
  if (kind !== 'recommendation') return null
  if (!recommendation) return <span className={questionsStyles.score}>{text.few}</span>
  const { score, interval } = recommendation
  return (
    <span className={questionsStyles.score}>
      {text.score(breakdown.score(score), breakdown.scoreInterval(interval.lower, interval.upper))}{' '}
      {recommendationBefore ? text.scoreBefore(breakdown.score(recommendationBefore.score)) : null}
    </span>
  )
}

/** The figures of a share in words, the same in chart, table and copy. */
function shareTexts({ item, now, before }: AnsweredShare, { locale, words }: Pick<Language, 'locale' | 'words'>) {
  const { breakdown, shell } = words.reporting
  const isShown = now.kind === 'shown'
  return {
    answer: item.kind === 'chosen' ? item.text[locale] : breakdown.counted[item.kind],
    share: isShown ? breakdown.share(now.topTwo) : breakdown.kinds[now.kind],
    interval: isShown ? breakdown.interval(now.interval.lower, now.interval.upper) : shell.none,
    before: item.broken
      ? words.reporting.goal.trend.broken[item.broken]
      : before.kind === 'shown'
        ? breakdown.share(before.topTwo)
        : shell.none,
    people: isShown ? breakdown.people(now.people) : shell.none,
  }
}
