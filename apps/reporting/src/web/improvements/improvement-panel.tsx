import { useState } from 'react'
import type { GoalView } from '../api.ts'
import ui from '../components/components.module.css'
import { Drawer } from '../components/drawer.tsx'
import { LinkButton } from '../components/link-button.tsx'
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

/** Lists the improvements chosen from feedback; officers add and withdraw them here, and write new ones in a drawer. */
export function ImprovementPanel({ period, view, isOfficer }: ImprovementPanelProps) {
  const { improvements, withdrawn } = view
  const mayChoose = isOfficer && view.choosing
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [isAdding, setIsAdding] = useState(false)
  return (
    <div id="improvements">
      <Panel
        title={text.title}
        actions={
          mayChoose ? (
            <LinkButton aria-haspopup="dialog" onClick={() => setIsAdding(true)}>
              {text.add}
            </LinkButton>
          ) : null
        }
      >
        {improvements.length === 0 ? (
          <p className={ui.soft}>{mayChoose ? text.lead : words.reporting.scorecard.improvements.none}</p>
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
      </Panel>
      {isAdding ? (
        <Drawer title={text.add} onClose={() => setIsAdding(false)}>
          <ImprovementForm period={period} isFirst={improvements.length === 0} />
        </Drawer>
      ) : null}
    </div>
  )
}
