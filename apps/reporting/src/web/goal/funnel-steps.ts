import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { QuarterFigures, Verdict } from '@wayproof/scorecard/verdict'
import type { FunnelStep } from '../glyphs/funnel-bars.tsx'

/** Lists the counts behind a verdict, each one part of the one before. */
export function funnelSteps(verdict: Verdict, words: Messages): readonly FunnelStep[] {
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

export function quarterFunnelSteps(
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
export function sessionsOf(
  verdict: Verdict,
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly string[] {
  if (verdict.goal !== 'staff-training') return []
  return verdict.figures.quarters.map(({ quarter, sessionHeld }) =>
    words.reporting.goal.behind.session(periodName(quarter, locale), sessionHeld),
  )
}
