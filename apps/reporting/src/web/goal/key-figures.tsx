import { useQuery } from '@tanstack/react-query'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import styles from './goal.module.css'
import { keyFigures } from './key-figures-of.ts'

export function KeyFigures({ verdict, period }: { readonly verdict: Verdict; readonly period: string }) {
  const language = useLanguage()
  const scorecard = useQuery(trpc.scorecard.forPeriod.queryOptions({ period })).data
  const change = scorecard?.changes.find(({ goal }) => goal === verdict.goal) ?? null
  return (
    <dl className={styles.keys}>
      {keyFigures(verdict, change, language).map(([figure, words]) => (
        <div key={words} className={styles.key}>
          <dt>{words}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
