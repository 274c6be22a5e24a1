import type { Verdict } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'
import { Ladder } from '../marks/ladder.tsx'
import { Panel } from '../surface/panel.tsx'
import styles from './goal.module.css'
import { rungsOf, sessionsOf } from './rungs-of.ts'

/** The counts a figure is made of, each a part of the one above it. */
export function BehindPanel({ verdict }: { readonly verdict: Verdict }) {
  const language = useLanguage()
  return (
    <Panel title={language.words.reporting.goal.behind.title}>
      <Ladder rungs={rungsOf(verdict, language.words)} />
      {sessionsOf(verdict, language).map((session) => (
        <p key={session} className={styles.more}>
          {session}
        </p>
      ))}
    </Panel>
  )
}
