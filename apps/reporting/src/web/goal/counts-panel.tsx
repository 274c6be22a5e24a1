import { periodName } from '@wayproof/messages/date-format'
import { quartersBeside } from '@wayproof/scorecard/goals/running-pace'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { Panel } from '../components/panel.tsx'
import { FunnelBars } from '../glyphs/funnel-bars.tsx'
import { useLanguage } from '../language.tsx'
import { funnelSteps, quarterFunnelSteps, sessionsOf } from './funnel-steps.ts'
import styles from './goal.module.css'

/** Shows the nested counts behind a figure. Nobody may open travelers' answers, so satisfaction says so. */
export function CountsPanel({ verdict }: { readonly verdict: Verdict }) {
  const language = useLanguage()
  const text = language.words.reporting.goal.behind
  const otherQuarters = verdict.goal === 'staff-training' ? quartersBeside(verdict) : []
  return (
    <Panel title={verdict.goal === 'customer-satisfaction' ? text.who : text.what}>
      {otherQuarters.length === 0 ? <FunnelBars steps={funnelSteps(verdict, language.words)} /> : null}
      {otherQuarters.map((quarter) => (
        <div key={quarter.quarter} className={styles.quarter}>
          <p className={styles.said}>{periodName(quarter.quarter, language.locale)}</p>
          <FunnelBars steps={quarterFunnelSteps(quarter, language.words)} />
        </div>
      ))}
      {sessionsOf(verdict, language).map((session) => (
        <p key={session} className={styles.more}>
          {session}
        </p>
      ))}
      {verdict.goal === 'customer-satisfaction' ? (
        <p className={styles.more}>{language.words.reporting.samples.rows.answers}</p>
      ) : null}
    </Panel>
  )
}
