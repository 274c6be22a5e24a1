import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day, periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { count, percent } from '@wayproof/messages/number-format'
import { type RunningPace, runningPace } from '@wayproof/scorecard/goals/running-pace'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { GoalView } from '../api.ts'
import { Drawer } from '../components/drawer.tsx'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { TrendPanel } from '../trend/trend-panel.tsx'
import { WaveChangePanel } from '../trend/wave-change-panel.tsx'
import { CountsPanel } from './counts-panel.tsx'
import { EstimatePanel } from './estimate-panel.tsx'
import styles from './goal.module.css'

/** Shows the statistics and sources behind a result to readers who doubt it. */
export function SureDrawer({ view, onClose }: { readonly view: GoalView; readonly onClose: () => void }) {
  const { words } = useLanguage()
  const { verdict } = view
  const isSatisfaction = verdict.goal === 'customer-satisfaction'
  return (
    <Drawer title={words.reporting.goalPictures.sure} onClose={onClose}>
      <PacePanel verdict={verdict} />
      {isSatisfaction ? <EstimatePanel verdict={verdict} /> : null}
      {isSatisfaction ? <WaveChangePanel waves={view.waves} /> : null}
      {isSatisfaction ? null : <TrendPanel verdict={verdict} points={view.trend} />}
      {isSatisfaction ? null : <CountsPanel verdict={verdict} />}
      <EvidencePanel verdict={verdict} recordedOn={view.recordedOn} />
    </Drawer>
  )
}

/** Says how far a running period has come; renders nothing for an ended one. */
function PacePanel({ verdict }: { readonly verdict: Verdict }) {
  const language = useLanguage()
  const text = language.words.scorecard.gaps.running
  const pace = runningPace(verdict)
  if (!pace) return null
  return (
    <Panel title={text.title}>
      <Facts className={`${styles.explained} ${styles.short}`} facts={paceFacts(pace, language)} />
      <p className={styles.more}>{text.help[pace.counts]}</p>
    </Panel>
  )
}

interface Language {
  readonly locale: Locale
  readonly words: Pick<Messages, 'scorecard'>
}

/** Lists what is done, expected by now and needed, and the days left: facts, and no forecast. */
export function paceFacts(pace: RunningPace, { locale, words }: Language): readonly (readonly [string, string])[] {
  const text = words.scorecard.gaps.running
  const { counts } = pace
  return [
    [text.now[counts], count(pace.now, locale)],
    [text.expected[counts], count(pace.expected, locale)],
    [text.atEnd[counts], count(pace.atEnd, locale)],
    [text.daysLeft, count(pace.daysLeft, locale)],
    [text.elapsed[counts], percent(pace.elapsedShare)],
    [text.by, day(pace.by, locale)],
  ]
}

interface EvidencePanelProps {
  readonly verdict: Verdict
  /** The day on which the registers were counted. */
  readonly recordedOn: CalendarDate
}

/** Lists the sources and limits of the verdict. */
function EvidencePanel({ verdict, recordedOn }: EvidencePanelProps) {
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
