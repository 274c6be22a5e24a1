import type { GoalView } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ChosenImprovements } from './chosen-improvements.tsx'
import { ChosenState } from './chosen-state.tsx'
import { ImprovementForm } from './improvement-form.tsx'
import { WithdrawnImprovements } from './withdrawn-improvements.tsx'

interface ImprovementPanelProps {
  readonly period: string
  readonly view: Pick<GoalView, 'improvements' | 'withdrawn' | 'choosing'>
  readonly officer: boolean
}

/** Lists the improvements chosen from feedback; officers add and withdraw them here. */
export function ImprovementPanel({ period, view, officer }: ImprovementPanelProps) {
  const { improvements: chosen, withdrawn } = view
  const chooses = officer && view.choosing
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  return (
    <div id="improvements">
      <Panel title={text.title}>
        {chosen.length === 0 && !chooses ? (
          <p className={ui.soft}>{words.reporting.scorecard.improvements.none}</p>
        ) : null}
        {chosen.length > 0 ? (
          <ChosenImprovements
            chosen={chosen}
            actions={(id) => <ChosenState improvement={chosen.find((each) => each.id === id)} officer={chooses} />}
          />
        ) : null}
        <WithdrawnImprovements withdrawn={withdrawn} />
        {officer && !view.choosing ? <p className={ui.soft}>{text.fixed}</p> : null}
        {chooses ? <ImprovementForm period={period} first={chosen.length === 0} /> : null}
      </Panel>
    </div>
  )
}
