import { daysBetween, lastDay, parsePeriod } from '@wayproof/kernel'
import { periodName } from '@wayproof/messages'
import type { Scorecard } from '@wayproof/scorecard'
import { runningResult } from '@wayproof/scorecard/running-result'
import type { ReactNode } from 'react'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

interface ResultHeadProps {
  readonly scorecard: Scorecard
  readonly children?: ReactNode
}

/** The sentence of a half-year: what is behind while it runs, then which goals are met. */
export function ResultHead({ scorecard, children }: ResultHeadProps) {
  const { locale, words } = useLanguage()
  const { courses, headline } = words.scorecard
  const running = runningResult(scorecard)
  const half = parsePeriod(scorecard.period)
  if (running === null || half === null)
    return (
      <PageHead title={headline(scorecard.standing)} lead={<Overall scorecard={scorecard} />}>
        {children}
      </PageHead>
    )
  const days = daysBetween(scorecard.asOf, lastDay(half))
  return (
    <PageHead title={courses.headline(running)} lead={courses.lead(periodName(scorecard.period, locale), days)}>
      {children}
    </PageHead>
  )
}

function Overall({ scorecard: { standing: result, verdicts } }: ResultHeadProps) {
  const { words } = useLanguage()
  const overallWord = words.goals.words[result.overall]
  const [before, after] = words.scorecard.overall(result).split(overallWord)
  const color = { met: 'var(--met)', missed: 'var(--missed)', unknown: 'var(--soft)' }[result.overall]
  const satisfaction = verdicts.find((verdict) => verdict.goal === 'customer-satisfaction')
  return (
    <>
      {before}
      <b className={styles.word} style={{ color }}>
        {overallWord}
      </b>
      {after} {satisfaction ? words.scorecard.certainty(satisfaction) : ''}
    </>
  )
}
