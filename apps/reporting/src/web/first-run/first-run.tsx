import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Messages } from '@wayproof/messages/en'
import { queryClient, trpc, type FirstRun as View } from '../api.ts'
import { WaitingApprovals } from '../approvals/waiting-approvals.tsx'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from '../sample-data/sample-panel.module.css'
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

/** While it loads, the page asks how far it is. */
const LOOK_EVERY_MS = 400

/** Loads sample data into an installation without records; without it the panel is not there. */
function SamplePanel() {
  const text = useLanguage().words.reporting.sampleData
  const load = useMutation(
    trpc.sampleData.load.mutationOptions({
      onSuccess: () => scrollTo(0, 0),
      onSettled: () => void queryClient.invalidateQueries(),
    }),
  )
  const { data } = useQuery({
    ...trpc.sampleData.state.queryOptions(),
    refetchInterval: ({ state }) => (load.isPending || state.data?.state?.phase === 'loading' ? LOOK_EVERY_MS : false),
  })
  if (!data || (!data.isEmpty && !data.state && !load.isPending)) return null
  const { state } = data
  const isLoading = load.isPending || state?.phase === 'loading'
  const { stepsDone = 0, stepsAll = 1 } = state ?? {}
  const progress = state ? text.loading(stepsDone, stepsAll) : text.begins
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p>{text.text}</p>
        <p className={ui.soft}>{text.stays}</p>
        {state?.phase === 'left-over' ? <Note tone="caution">{text.leftOver}</Note> : null}
        {load.isError ? <ErrorNote error={load.error} /> : null}
        {isLoading ? (
          <>
            <p role="status">{load.isPending ? progress : text.elsewhere}</p>
            <progress className={styles.progress} value={stepsDone} max={stepsAll} aria-label={progress} />
          </>
        ) : (
          <div className={ui.buttons}>
            <Button variant="default" onClick={() => load.mutate()}>
              {text.load}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}
