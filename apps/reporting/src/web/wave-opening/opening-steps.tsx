import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { ImprovementsPreview } from '../opening/improvements-preview.tsx'
import { TestLetter } from '../opening/test-letter.tsx'
import { firstPlan, invitationCount, type WavePlan } from '../opening/wave-plan.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmStep } from './confirm-step.tsx'
import type { OpenedWave } from './opened-panel.tsx'
import { searchOfStep, shownStep } from './opening-step.ts'
import { PlanStep } from './plan-step.tsx'
import { QuestionsStep } from './questions-step.tsx'
import { StepFooter, StepFrame } from './step-frame.tsx'

const route = getRouteApi('/inside/waves/open')

interface OpeningStepsProps {
  readonly periods: readonly PeriodKey[]
  readonly latest: PeriodKey
  readonly onOpened: (wave: OpenedWave) => void
}

/** Leads through the plan, the questions and the emails to the confirmation. */
export function OpeningSteps({ periods, latest, onOpened }: OpeningStepsProps) {
  const { today } = useOrganisationDays()
  const [plan, setPlan] = useState<WavePlan>(() => firstPlan(latest, today))
  const [reached, setReached] = useState(0)
  const step = shownStep(route.useSearch(), reached)
  const navigate = route.useNavigate()
  const preview = useQuery(trpc.wave.preview.queryOptions({ period: plan.period }))
  const { period, closesOn, mode } = plan
  const invitations = invitationCount(plan, preview.data?.eligible ?? 0) ?? 0
  const open = useMutation(
    trpc.wave.askOpening.mutationOptions({
      onSuccess: () => {
        onOpened({ period, invitations, closesOn })
        void queryClient.invalidateQueries()
      },
    }),
  )
  if (preview.error) return <ErrorNote error={preview.error} />
  if (!preview.data) return <Loading heights={[480]} />
  const first = firstPlan(latest, today)
  const isPlanned = (['period', 'mode', 'size', 'seed', 'closesOn'] as const).some((name) => plan[name] !== first[name])
  function goTo(target: number) {
    setReached(Math.max(reached, target))
    void navigate({ search: searchOfStep(target), resetScroll: false })
  }
  const back = () => goTo(step - 1)
  const next = () => goTo(step + 1)
  function confirm() {
    const sample = mode !== 'census' ? { size: Number(plan.size), seed: plan.seed.trim() || period } : {}
    open.mutate({ period, mode, closesOn, ...sample })
  }
  return (
    <StepFrame step={step} onStep={goTo}>
      <UnsavedGuard isDirty={() => isPlanned && !open.isSuccess} isKeptOnPage />
      <div hidden={step !== 0}>
        <PlanStep plan={plan} periods={periods} preview={preview.data} onChange={setPlan} onNext={next} />
      </div>
      {step === 1 ? (
        <>
          <QuestionsStep questions={preview.data.questions} />
          <StepFooter onBack={back} onNext={next} />
        </>
      ) : null}
      {step === 2 ? (
        <div className={ui.stack}>
          <ImprovementsPreview improvements={preview.data.improvements} />
          <TestLetter period={period} closesOn={closesOn} />
          <StepFooter onBack={back} onNext={next} />
        </div>
      ) : null}
      {step === 3 ? (
        <ConfirmStep
          plan={plan}
          invitations={invitations}
          preview={preview.data}
          error={open.error}
          busy={open.isPending}
          onBack={back}
          onConfirm={confirm}
        />
      ) : null}
    </StepFrame>
  )
}
