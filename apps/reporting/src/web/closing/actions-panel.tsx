import type { Closing } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { ActionList } from './action-list.tsx'
import { RemedyForm } from './remedy-form.tsx'

interface ActionsPanelProps {
  readonly view: Closing
  readonly period: string
  readonly officer: boolean
}

/** What is done about the red goals; the officer writes it down here until the freeze. */
export function ActionsPanel({ view: { stage, scorecard, actions }, period, officer }: ActionsPanelProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const red = scorecard.verdicts.filter(({ status }) => status === 'red').map(({ goal }) => goal)
  const bare = red.filter((goal) => actions.remedies.every((remedy) => remedy.goal !== goal))
  const open = officer && (stage === 'ended' || stage === 'reopened')
  if (red.length === 0 && actions.remedies.length === 0) return null
  return (
    <Panel title={text.title}>
      <div className={surface.stack}>
        {actions.remedies.length > 0 ? (
          <ActionList actions={{ improvements: [], remedies: actions.remedies }} />
        ) : (
          <p className={surface.soft}>{text.lead}</p>
        )}
        {open && bare.length > 0 ? <RemedyForm key={bare.length} period={period} goals={bare} /> : null}
      </div>
    </Panel>
  )
}
