import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import type { GoalView as View } from '../api.ts'
import { trpc } from '../api.ts'
import { type Language, useLanguage } from '../language.tsx'
import { verdictText } from '../marks/figures.ts'
import { PageHead } from '../surface/page-head.tsx'
import { BehindPanel } from './behind-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import styles from './goal.module.css'
import { ImprovementPanel } from './improvement-panel.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { TrendPanel } from './trend-panel.tsx'

/** The title of a goal is its result. */
function title(verdict: Verdict, { locale, words }: Language): string {
  const text = words.reporting.goal
  const name = words.goals.names[verdict.goal]
  const value = verdictText(verdict, locale)
  const chance = verdict.verdict !== 'met' ? null : verdict.demonstrated
  const met = chance === null ? words.goals.words.met : chance ? text.demonstrated : text.notDemonstrated
  const word = verdict.verdict === 'met' ? met : words.goals.words[verdict.verdict]
  return value === null ? text.titleUnknown(name, word) : text.title(name, value, word)
}

export function GoalView({ view, period }: { readonly view: View; readonly period: string }) {
  const language = useLanguage()
  const { locale, words } = language
  const { user } = useSuspenseQuery(trpc.session.me.queryOptions()).data
  const { verdict } = view
  const satisfaction = verdict.goal === 'customer-satisfaction'
  const hasRows = verdict.missing !== null
  return (
    <>
      <PageHead
        title={title(verdict, language)}
        lead={words.reporting.goal.definitions[verdict.goal]}
        above={
          <nav className={styles.breadcrumb} aria-label={words.reporting.goal.breadcrumb}>
            <Link to="/scorecard" search={{ period }}>
              {words.reporting.shell.scorecard}
            </Link>
            {' › '}
            {periodName(period, locale)}
          </nav>
        }
      />
      <KeyFigures verdict={verdict} period={period} />
      <div className={styles.grid}>
        <TrendPanel verdict={verdict} points={view.trend} />
        <BehindPanel verdict={verdict} />
        {hasRows ? <MissingPanel verdict={verdict} missing={view.missing} /> : null}
        {satisfaction ? (
          <ImprovementPanel period={period} chosen={view.improvements} officer={user?.role === 'officer'} />
        ) : null}
        <EvidencePanel verdict={verdict} />
      </div>
    </>
  )
}
