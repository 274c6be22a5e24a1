import { count, day, percent } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import { runningPace } from '@wayproof/scorecard/running-pace'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './goal.module.css'

/** Says how far a running period has come and where it leads; renders nothing for an ended one. */
export function PacePanel({ verdict }: { readonly verdict: Verdict }) {
  const { locale, words } = useLanguage()
  const text = words.scorecard.gaps.running
  const pace = runningPace(verdict)
  if (!pace) return null
  const { counts, projected, onTrack } = pace
  const heading = counts === 'leaks' ? text.projectedLeaks : text.projectedShare
  const facts: readonly (readonly [string, string])[] = [
    [text.now[counts], count(pace.now, locale)],
    [text.expected[counts], count(pace.expected, locale)],
    [text.atEnd[counts], count(pace.atEnd, locale)],
    [text.elapsed[counts], percent(pace.elapsedShare)],
    [text.by, day(pace.by, locale)],
    [text.projected, projected === null ? text.tooEarly : heading(projected)],
    [text.onTrack, onTrack === null ? text.tooEarly : percent(onTrack)],
  ]
  return (
    <Panel title={text.title}>
      <Facts className={`${styles.explained} ${styles.short}`} facts={facts} />
      <p className={styles.more}>{text.help[counts]}</p>
    </Panel>
  )
}
