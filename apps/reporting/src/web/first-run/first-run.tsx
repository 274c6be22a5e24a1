import type { FirstRun as View } from '../api.ts'
import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { SamplePanel } from '../sample-data/sample-panel.tsx'
import { FirstStepRow } from './first-step-row.tsx'

/** The home of an officer until the first wave: the steps from an empty installation, with those that are done. */
export function FirstRun({ view: { steps } }: { readonly view: View }) {
  const text = useLanguage().words.reporting.firstRun
  const doneCount = steps.filter(({ isDone }) => isDone).length
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <>
      <PageHead title={text.title(doneCount, steps.length)} lead={text.lead} />
      <div className={ui.stack}>
        <Panel title={text.heading}>
          <ol className={ui.stack}>
            {steps.map((step) => (
              <FirstStepRow key={step.step} step={step} isNext={step === next} />
            ))}
          </ol>
        </Panel>
        <SamplePanel />
      </div>
    </>
  )
}
