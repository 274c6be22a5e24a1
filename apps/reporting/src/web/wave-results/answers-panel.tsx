import type { AnsweredQuestion, AnsweredShare } from '@wayproof/scorecard/breakdown/answered-questions'
import type { ReactNode } from 'react'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import { IntervalBar } from '../glyphs/interval-bar.tsx'
import { type Language, useLanguage } from '../language.tsx'
import styles from './questions.module.css'

interface AnswersPanelProps {
  readonly questions: readonly AnsweredQuestion[]
}

/** Draws the shares of the questions that are not ratings: choices, yes, and recommendations with their score. */
export function AnswersPanel({ questions }: AnswersPanelProps) {
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
      notes={<p className={styles.method}>{text.method}</p>}
    >
      <table className={styles.questions}>
        <caption className="sr-only">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{answer}</th>
            <th scope="col" className={styles.scale}>
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
              <th scope="rowgroup" colSpan={5} className={styles.asked}>
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
      <td className={styles.scale}>{children}</td>
      <td data-number data-label={columns.share} className={styles.share}>
        {texts.share}
      </td>
      <td data-number data-label={columns.before} className={styles.people}>
        {texts.before}
      </td>
      <td data-number data-label={columns.answers} className={styles.people}>
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
  if (!recommendation) return <span className={styles.score}>{text.few}</span>
  const { score, interval } = recommendation
  return (
    <span className={styles.score}>
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
