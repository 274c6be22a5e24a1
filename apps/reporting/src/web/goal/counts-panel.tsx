import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { quartersBeside } from '@wayproof/scorecard/goals/running-pace'
import type { QuarterFigures, Verdict } from '@wayproof/scorecard/verdict'
import { Panel } from '../components/panel.tsx'
import { FunnelBars, type FunnelStep } from '../glyphs/funnel-bars.tsx'
import { useLanguage } from '../language.tsx'
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

/** Lists the counts behind a verdict, each one part of the one before. */
function funnelSteps(verdict: Verdict, words: Messages): readonly FunnelStep[] {
  const text = words.reporting.goal.behind
  switch (verdict.goal) {
    case 'customer-satisfaction': {
      const { invited, delivered, answered, n, top2 } = verdict.figures
      // An open wave's counts stand on the wave's page, with the time of counting.
      if (verdict.reason === 'wave-open') return [{ label: text.invited, count: invited }]
      return [
        { label: text.invited, count: invited },
        { label: text.delivered, count: delivered },
        { label: text.answered, count: answered },
        { label: text.opinion, count: n },
        { label: text.satisfied, count: top2 },
      ]
    }
    case 'staff-training': {
      const quarter = verdict.figures.quarters.find((candidate) => candidate.quarter === verdict.figures.deciding)
      return quarter ? quarterFunnelSteps(quarter, words) : []
    }
    case 'policy-publication': {
      const { inScope, published, stale } = verdict.figures
      return [
        { label: text.inScope, count: inScope },
        { label: text.published, count: published },
        { label: text.stale, count: stale },
      ]
    }
    case 'partner-audit': {
      const { due, audited, passed, notYetDue } = verdict.figures
      return [
        { label: text.due, count: due },
        { label: text.audited, count: audited },
        { label: text.auditPassed, count: passed },
        { label: text.notYetDue, count: notYetDue },
      ]
    }
    case 'incident-reduction': {
      const { baselineYear, baselineCount, cap, currentYear, currentCount, undecided } = verdict.figures
      return [
        { label: text.baseline(baselineYear), count: baselineCount },
        { label: text.cap, count: cap },
        { label: text.current(currentYear), count: currentCount },
        { label: text.undecided, count: undecided },
      ]
    }
  }
}

function quarterFunnelSteps(
  { due, passed, notYetDue, exempt }: QuarterFigures,
  words: Messages,
): readonly FunnelStep[] {
  const text = words.reporting.goal.behind
  return [
    { label: text.due, count: due },
    { label: text.passed, count: passed },
    { label: text.notYetDue, count: notYetDue },
    { label: text.exempt, count: exempt },
  ]
}

/** Says for each quarter whether the session for all staff took place; empty for other goals. */
function sessionsOf(
  verdict: Verdict,
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly string[] {
  if (verdict.goal !== 'staff-training') return []
  return verdict.figures.quarters.map(({ quarter, sessionHeld }) =>
    words.reporting.goal.behind.session(periodName(quarter, locale), sessionHeld),
  )
}
