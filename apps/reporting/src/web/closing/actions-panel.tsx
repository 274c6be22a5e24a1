import type { Closing } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { ActionList } from './action-list.tsx'
import { remediesByState } from './remedies-by-state.ts'
import { RemedyForm } from './remedy-form.tsx'

interface ActionsPanelProps {
  readonly view: Closing
  readonly period: string
  readonly officer: boolean
}

/** What is done about the red goals, which the officer writes down until the freeze; apart from it, what was decided on a goal that is red no longer. */
export function ActionsPanel({ view: { stage, scorecard, actions }, period, officer }: ActionsPanelProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const { red, bare, current, past } = remediesByState(scorecard.verdicts, actions.remedies)
  const open = officer && (stage === 'ended' || stage === 'reopened')
  return (
    <>
      {red.length > 0 ? (
        <Panel title={text.title}>
          <div className={surface.stack}>
            {current.length > 0 ? (
              <ActionList actions={{ improvements: [], remedies: current }} />
            ) : (
              <p className={surface.soft}>{text.lead}</p>
            )}
            {open && bare.length > 0 ? <RemedyForm key={bare.length} period={period} goals={bare} /> : null}
          </div>
        </Panel>
      ) : null}
      {past.length > 0 ? (
        <Panel title={text.noLonger}>
          <ActionList actions={{ improvements: [], remedies: past }} />
        </Panel>
      ) : null}
    </>
  )
}
