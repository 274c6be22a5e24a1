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
  readonly isOfficer: boolean
}

/** Lists the improvements chosen from feedback; officers add and withdraw them here. */
export function ImprovementPanel({ period, view, isOfficer }: ImprovementPanelProps) {
  const { improvements, withdrawn } = view
  const mayChoose = isOfficer && view.choosing
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  return (
    <div id="improvements">
      <Panel title={text.title}>
        {improvements.length === 0 && !mayChoose ? (
          <p className={ui.soft}>{words.reporting.scorecard.improvements.none}</p>
        ) : null}
        {improvements.length > 0 ? (
          <ChosenImprovements
            improvements={improvements}
            actions={(id) => (
              <ChosenState
                improvement={improvements.find((improvement) => improvement.id === id)}
                isOfficer={mayChoose}
              />
            )}
          />
        ) : null}
        <WithdrawnImprovements withdrawn={withdrawn} />
        {isOfficer && !view.choosing ? <p className={ui.soft}>{text.fixed}</p> : null}
        {mayChoose ? <ImprovementForm period={period} isFirst={improvements.length === 0} /> : null}
      </Panel>
    </div>
  )
}
