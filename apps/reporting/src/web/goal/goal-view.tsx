import type { Term } from '@wayproof/messages/en/scorecard/terms'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { useState } from 'react'
import type { GoalView as View } from '../api.ts'
import { BridgeLines, BridgePanels } from '../bridge/bridge-panels.tsx'
import { UndoneImports } from '../closing/undone-imports.tsx'
import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { ExcludedPanel } from '../missing-rows/excluded-panel.tsx'
import { Terms } from '../terms/terms.tsx'
import { ChangedClose } from './changed-close.tsx'
import styles from './goal.module.css'
import { GoalPicture } from './goal-picture.tsx'
import { KeyFigures } from './key-figures.tsx'
import { ResultLine } from './result-line.tsx'
import { SureDrawer } from './sure-drawer.tsx'

/** Frames every goal alike: the result as the title, one sentence, the picture, and the statistics in a drawer. */
export function GoalView({ view, period }: { readonly view: View; readonly period: string }) {
  const { words } = useLanguage()
  const [isSureShown, setIsSureShown] = useState(false)
  const { verdict } = view
  return (
    <>
      <PageHead
        title={words.scorecard.title(verdict)}
        lead={`${words.scorecard.definitions[verdict.goal]}${words.reporting.rules.aim(words.scorecard.target(verdict))}`}
        trail={[words.goals.names[verdict.goal]]}
      />
      <ChangedClose verdict={verdict} className={`${ui.note} ${styles.beside}`} />
      <UndoneImports undoneImports={view.undone} />
      <ResultLine verdict={verdict} period={period} onSure={() => setIsSureShown(true)} />
      <KeyFigures verdict={verdict} period={period} />
      <BridgeLines bridges={view.bridges} />
      {verdict.interval ? <Terms terms={termsOf(verdict)} /> : null}
      <div className={styles.picture}>
        <GoalPicture view={view} period={period} />
        <BridgePanels bridges={view.bridges} period={period} />
        {view.excluded.length > 0 ? <ExcludedPanel exclusions={view.excluded} /> : null}
      </div>
      {isSureShown ? <SureDrawer view={view} onClose={() => setIsSureShown(false)} /> : null}
    </>
  )
}

const termsOf = ({ goal }: Verdict): readonly Term[] =>
  goal === 'customer-satisfaction'
    ? ['interval', 'significant', 'weighting', 'effective', 'rate', 'hidden']
    : ['interval', 'significant']
