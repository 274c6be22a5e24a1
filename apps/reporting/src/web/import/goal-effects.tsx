import { periodName } from '@wayproof/messages/date-format'
import { verdictValue } from '@wayproof/messages/goal-value'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import type { GoalEffect } from './upload-register.ts'

/** Says how the goals' figures would change: the scorecard's own counting, with the rows of the file. */
export function GoalEffects({ effects }: { readonly effects: readonly GoalEffect[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  if (effects.length === 0) return null
  const figure = (verdict: Verdict) => verdictValue(verdict, locale) ?? text.noFigure
  return (
    <Panel title={text.effectsTitle}>
      {effects.map(({ before, after }) => (
        <p key={`${after.goal} ${after.period}`}>
          {text.effects(words.goals.names[after.goal], periodName(after.period, locale), figure(before), figure(after))}
        </p>
      ))}
    </Panel>
  )
}
