import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { WavePreview } from '@wayproof/survey/opening/preview-wave'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import { CoverageFunnel } from '../opening/coverage-funnel.tsx'
import { MissingRequirements } from '../opening/missing-requirements.tsx'
import { SampleCalculator } from '../opening/sample-calculator.tsx'
import { WaveForm } from '../opening/wave-form.tsx'
import { closesInTime, invitationCount, invitesTooFew, type WavePlan } from '../opening/wave-plan.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './opening.module.css'
import { ProvenancePanel } from './provenance-panel.tsx'
import { StepFooter } from './step-frame.tsx'

interface PlanStepProps {
  readonly plan: WavePlan
  readonly periods: readonly PeriodKey[]
  readonly preview: WavePreview
  readonly onChange: (plan: WavePlan) => void
  readonly onNext: () => void
}

/** Chooses whom to ask and until when; shows who would be invited, and what prevents the opening. */
export function PlanStep({ plan, periods, preview, onChange, onNext }: PlanStepProps) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.waves.open
  const { willBeInvited } = words.reporting.wavePages.progress.coverage
  const { eligible, coverage, lacking: missingRequirements, lastResponseRate, smallestWave } = preview
  const invitations = invitationCount(plan, eligible)
  const isTooFew = invitesTooFew(invitations, smallestWave)
  const faults = {
    size: invitations === null ? text.chooseSize : null,
    closesOn: closesInTime(plan, today) ? null : text.chooseDay,
  }
  return (
    <Form isPassing onSubmit={onNext}>
      <div className={styles.columns}>
        <div className={ui.stack}>
          <WaveForm plan={plan} periods={periods} faults={faults} onChange={onChange} />
          <p className={ui.soft}>{eligible === 0 ? text.nobody : text.preview(eligible, invitations)}</p>
          {isTooFew && invitations !== null ? (
            <Note tone="caution">{text.tooFew(invitations, smallestWave)}</Note>
          ) : null}
          <SampleCalculator
            key={plan.period}
            eligible={eligible}
            invitations={invitations}
            lastResponseRate={lastResponseRate}
          />
          <MissingRequirements requirements={missingRequirements} />
        </div>
        <CoverageFunnel coverage={coverage} last={{ label: willBeInvited, count: invitations }} />
      </div>
      <StepFooter disabled={eligible === 0 || isTooFew} />
      <ProvenancePanel provenance={preview.provenance} eligible={eligible} />
    </Form>
  )
}
