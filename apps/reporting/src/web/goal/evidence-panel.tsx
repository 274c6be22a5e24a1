import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day, periodName } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

interface EvidencePanelProps {
  readonly verdict: Verdict
  /** The day on which the registers were counted. */
  readonly recordedOn: CalendarDate
}

/** Lists the sources and limits of the verdict. */
export function EvidencePanel({ verdict, recordedOn }: EvidencePanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goal.evidence
  const { share, flags } = verdict
  const evidence = verdict.goal === 'incident-reduction' ? verdict.figures.evidence : null
  // Counts that meet the target never contradict it; older seals compared rates per booking.
  const halving = verdict.verdict === 'met' && evidence === 'contradicted' ? null : evidence
  const isRunning = 'baselineSoFar' in verdict.figures
  const facts: (readonly [string, string])[] = [
    [text.judged, periodName(verdict.period, locale)],
    [text.asOf, day(verdict.asOf, locale)],
    ...(recordedOn === verdict.asOf ? [] : [[text.recordedOn, day(recordedOn, locale)] as const]),
    [text.reason, words.scorecard.reasons[verdict.reason]],
    [text.status, words.goals.status(verdict.status, verdict.verdict === 'unknown')],
    ...(share ? [[text.base, count(share.denominator, locale)] as const] : []),
    ...(halving ? [[isRunning ? text.halvingSoFar : text.halving, text.halvingOf[halving]] as const] : []),
    [text.owner, words.goals.owners[verdict.owner]],
    [text.rule, verdict.ruleVersion],
    // The line on the decline has already said this.
    ...flags
      .filter((flag) => flag !== 'too-few-to-demonstrate')
      .map((flag) => [text.flags, words.scorecard.flags[flag]] as const),
  ]
  return (
    <Panel title={text.title}>
      <Facts facts={facts} />
    </Panel>
  )
}
