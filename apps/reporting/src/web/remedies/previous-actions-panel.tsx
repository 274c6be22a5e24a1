import { parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import { periodName } from '@wayproof/messages'
import type { PromisedActions } from '@wayproof/scorecard'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ActionList } from './action-list.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { OutcomeLine } from './outcome-line.tsx'

interface PreviousActionsPanelProps {
  readonly before: PromisedActions
  readonly period: string
  readonly officer: boolean
}

/** Lists the actions of the previous half-year and their outcomes. */
export function PreviousActionsPanel({ before, period, officer }: PreviousActionsPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.before
  const at = parsePeriod(period)
  const all = [...before.improvements, ...before.remedies]
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>
        {at && all.length > 0 ? text.lead(periodName(periodKey(previousPeriod(at)), locale)) : text.none}
      </p>
      <ActionList
        actions={before}
        below={(id) => {
          const outcome = all.find((each) => each.id === id)?.outcome
          if (outcome) return <OutcomeLine outcome={outcome} />
          return officer ? <OutcomeForm action={id} /> : <p className={ui.soft}>{text.open}</p>
        }}
      />
    </Panel>
  )
}
