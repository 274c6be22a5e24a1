import type { GoalView } from '../api.ts'
import { Drawer } from '../components/drawer.tsx'
import { useLanguage } from '../language.tsx'
import { TrendPanel } from '../trend/trend-panel.tsx'
import { WaveChangePanel } from '../trend/wave-change-panel.tsx'
import { CountsPanel } from './counts-panel.tsx'
import { EstimatePanel } from './estimate-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { PacePanel } from './pace-panel.tsx'

/** Shows the statistics and sources behind a result to readers who doubt it. */
export function SureDrawer({ view, onClose }: { readonly view: GoalView; readonly onClose: () => void }) {
  const { words } = useLanguage()
  const { verdict } = view
  const isSatisfaction = verdict.goal === 'customer-satisfaction'
  return (
    <Drawer title={words.reporting.goalPictures.sure} onClose={onClose}>
      <PacePanel verdict={verdict} />
      {isSatisfaction ? <EstimatePanel verdict={verdict} /> : null}
      {isSatisfaction ? <WaveChangePanel waves={view.waves} /> : null}
      {isSatisfaction ? null : <TrendPanel verdict={verdict} points={view.trend} />}
      {isSatisfaction ? null : <CountsPanel verdict={verdict} />}
      <EvidencePanel verdict={verdict} recordedOn={view.recordedOn} />
    </Drawer>
  )
}
