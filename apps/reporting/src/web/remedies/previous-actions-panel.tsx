import { parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import type { PromisedActions } from '@wayproof/scorecard/closing/remedies/remedy'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ActionList } from './action-list.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { RecordedOutcome } from './recorded-outcome.tsx'

interface PreviousActionsPanelProps {
  readonly actions: PromisedActions
  readonly period: string
  /** Whether the reader records and edits outcomes: an officer, until the freeze. */
  readonly mayRecord: boolean
}

/** Lists the actions of the previous half-year and their outcomes. */
export function PreviousActionsPanel({ actions, period, mayRecord }: PreviousActionsPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.before
  const at = parsePeriod(period)
  const allActions = [...actions.improvements, ...actions.remedies, ...actions.agreed]
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>
        {at && allActions.length > 0 ? text.lead(periodName(periodKey(previousPeriod(at)), locale)) : text.none}
      </p>
      <ActionList
        actions={actions}
        renderBelow={(id) => {
          const outcome = allActions.find((action) => action.id === id)?.outcome
          if (outcome) return <RecordedOutcome action={id} outcome={outcome} mayEdit={mayRecord} />
          return mayRecord ? <OutcomeForm action={id} /> : <p className={ui.soft}>{text.open}</p>
        }}
      />
    </Panel>
  )
}
