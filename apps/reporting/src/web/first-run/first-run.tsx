import type { Messages } from '@wayproof/messages/en'
import type { FirstRun as View } from '../api.ts'
import { WaitingApprovals } from '../approvals/waiting-approvals.tsx'
import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { SamplePanel } from '../sample-data/sample-panel.tsx'
import { FirstStepRow } from './first-step-row.tsx'

/**
 * The home of an officer until the steps from an empty installation are done. Once the first wave is open, the steps that
 * are left stand above the rest of the home.
 */
export function FirstRun({ view }: { readonly view: View }) {
  const { steps, hasWave } = view
  const text = useLanguage().words.reporting.firstRun
  const { dayOf } = useOrganisationDays()
  const isNamed = useMe().organisation !== null
  const doneCount = steps.filter(({ isDone }) => isDone).length
  const next = steps.find(({ isDone }) => !isDone)
  const shown = hasWave ? steps.filter(({ isDone }) => !isDone) : steps
  const panel = (
    <Panel title={hasWave ? text.title(doneCount, steps.length) : text.heading}>
      <ol className={ui.stack}>
        {shown.map((step) => (
          <FirstStepRow
            key={step.step}
            step={step}
            isNext={step === next}
            canStart={isNamed || step === next}
            note={noteOf(step.step, view, text.notes, dayOf)}
          />
        ))}
      </ol>
    </Panel>
  )
  if (hasWave) return panel
  return (
    <>
      <PageHead title={text.title(doneCount, steps.length)} lead={isNamed ? text.lead : text.leadUnnamed} />
      <div className={ui.stack}>
        <WaitingApprovals />
        {panel}
        <SamplePanel />
      </div>
    </>
  )
}

/** A sentence below a step: a gap that remains although the step may be done, or the opening of the next wave. */
function noteOf(
  step: View['steps'][number]['step'],
  { travelers: { rows, fewestAnswers }, hasSecondOfficer, waitingFor, opensAt }: View,
  notes: Messages['reporting']['firstRun']['notes'],
  dayOf: (at: number) => string,
): string | null {
  if (step === 'people' && !hasSecondOfficer) return notes.secondOfficer
  if (step === 'travelers' && rows > 0 && rows < fewestAnswers) return notes.fewTravelers(rows, fewestAnswers)
  if (step === 'wave' && !hasSecondOfficer) return notes.openingNeedsTwo
  if (step === 'wave' && waitingFor !== null) return notes.waits
  if (step === 'wave' && opensAt !== null) return notes.scheduled(dayOf(opensAt))
  return null
}
