import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import { runningResult } from '@wayproof/scorecard/running-result'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { ReactNode } from 'react'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

interface ResultHeadProps {
  readonly scorecard: Scorecard
  /** Number of decisions that the reader has yet to take. */
  readonly asked?: number
  readonly children?: ReactNode
}

/** The sentence of a half-year: what is behind while it runs, then which goals are met. */
export function ResultHead({ scorecard, asked: decisionCount = 0, children }: ResultHeadProps) {
  const { locale, words } = useLanguage()
  const { courses, headline, headlineParts } = words.scorecard
  const { standing, asOf, period } = scorecard
  const running = runningResult(scorecard)
  const half = parsePeriod(period)
  const titled = (result: string) => (decisionCount === 0 ? result : words.reporting.home.asked(decisionCount, result))
  if (running === null || half === null) {
    const { met, rest } = headlineParts(standing)
    return (
      <PageHead
        title={decisionCount === 0 ? headline(standing) : titled(met)}
        lead={<Overall scorecard={scorecard} begin={decisionCount === 0 ? '' : rest} />}
      >
        {children}
      </PageHead>
    )
  }
  const lead = courses.lead(periodName(period, locale), daysBetween(asOf, lastDay(half)))
  return (
    <PageHead title={titled(courses.headline(running))} lead={lead}>
      {children}
    </PageHead>
  )
}

interface OverallProps {
  readonly scorecard: Scorecard
  /** A sentence before the overall result; empty if the title has it. */
  readonly begin: string
}

function Overall({ scorecard: { standing: result, verdicts }, begin }: OverallProps) {
  const { words } = useLanguage()
  const overallWord = words.goals.words[result.overall]
  const [before, after] = words.scorecard.overall(result).split(overallWord)
  const satisfaction = verdicts.find((verdict) => verdict.goal === 'customer-satisfaction')
  return (
    <>
      {begin} {before}
      <b className={styles.word} data-overall={result.overall}>
        {overallWord}
      </b>
      {after} {satisfaction ? words.scorecard.certainty(satisfaction) : ''}
    </>
  )
}
