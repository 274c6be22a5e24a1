import { shortDay } from '@wayproof/messages/date-format'
import { isUncompared } from '@wayproof/scorecard/goals/leaks-against-cap'
import type { VerdictOf } from '@wayproof/scorecard/verdict'
import { Panel } from '../components/panel.tsx'
import { FunnelBars } from '../glyphs/funnel-bars.tsx'
import { useLanguage } from '../language.tsx'
import styles from './incidents.module.css'

/** Compares equal parts of the two years; renders nothing if they are not compared. */
export function AlikePanel({ verdict }: { readonly verdict: VerdictOf<'incident-reduction'> }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.alike
  const { asOf, reason, figures } = verdict
  const { baselineYear, baselineCount, currentYear, currentCount, cap } = figures
  if (isUncompared(reason)) return null
  const isRunning = figures.baselineSoFar !== undefined
  return (
    <Panel title={text.title} note={isRunning ? text.until(shortDay(asOf, locale)) : text.whole}>
      <FunnelBars
        steps={[
          { label: `${baselineYear}`, count: isRunning ? (figures.baselineSoFar ?? null) : baselineCount },
          { label: `${currentYear}`, count: currentCount },
        ]}
      />
      <p className={styles.limit}>{text.limit(cap)}</p>
    </Panel>
  )
}
