import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { day, periodName } from '@wayproof/messages/date-format'
import { languageName } from '@wayproof/messages/language-name'
import type { PlannedQuestions } from '@wayproof/survey/opening/preview-wave'
import { useState } from 'react'
import { queryClient, type ShownApproval, trpc } from '../api.ts'
import { useApprovals } from '../approvals/use-approvals.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { TestLetter } from '../opening/test-letter.tsx'
import { firstPlan, invitationCount, periodsToOpen, type WavePlan } from '../opening/wave-plan.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from '../waves/waves.module.css'
import { ConfirmStep } from './confirm-step.tsx'
import openingStyles from './opening.module.css'
import { searchOfStep, shownStep } from './opening-step.ts'
import { PlanStep } from './plan-step.tsx'
import { StepFooter, StepFrame } from './step-frame.tsx'

/** Leads through the plan of a wave in four steps; another officer’s approval opens it. */
export function OpeningPage() {
  const { words } = useLanguage()
  const text = words.reporting.wavePages.opening
  const { today, timeZone } = useOrganisationDays()
  const isOfficer = useMe().user?.role === 'officer'
  const waves = useQuery(trpc.wave.list.queryOptions())
  const approvals = useApprovals()
  const [opened, setOpened] = useState<OpenedWave | null>(null)
  if (opened) return <OpenedPanel wave={opened} />
  if (waves.isLoadingError) return <FaultPanel error={waves.error} onAgain={() => void waves.refetch()} />
  if (!waves.data || approvals.isPending) return <Loading heights={[76, 480]} />
  const open = waves.data.find(({ status }) => status === 'open')
  const periods = periodsToOpen(
    today,
    waves.data.map(({ period }) => period),
  )
  const { waiting = [], others = [], decided = [] } = approvals.data ?? {}
  const ofPeriods = [...waiting, ...others, ...decided].filter(
    ({ kind, subject }) => kind === 'wave-opening' && periods.includes(subject),
  )
  const pending = ofPeriods.find(({ state }) => state === 'pending')
  const approved = ofPeriods.find(({ state, expiresAt }) => state === 'approved' && dateAt(expiresAt, timeZone) > today)
  return (
    <>
      <PageHead title={text.title} lead={text.lead} trail={[text.title]} />
      {!isOfficer ? (
        <p className={ui.soft}>{words.reporting.faults.notAllowed}</p>
      ) : open ? (
        <p className={ui.soft}>
          {text.running}{' '}
          <Link to="/waves/progress" search={{ period: open.period }}>
            {text.toOpenWave}
          </Link>
        </p>
      ) : periods[0] === undefined ? (
        <p className={ui.soft}>{words.reporting.waves.open.none}</p>
      ) : pending ? (
        <PendingOpening opening={pending} />
      ) : approved ? (
        <ApprovedOpening period={approved.subject} />
      ) : (
        <OpeningSteps periods={periods} latest={periods[0]} onOpened={setOpened} />
      )}
    </>
  )
}

/** An opening that another officer has not decided yet, instead of a second plan for the same half-year. */
export function PendingOpening({ opening }: { readonly opening: ShownApproval }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { approvals, shell, wavePages } = words.reporting
  const { subject, proposedBy, proposedAt, expiresAt, approvers } = opening
  return (
    <Panel title={wavePages.opening.doneTitle(periodName(subject, locale))}>
      <p className={ui.soft}>
        <Verbatim>{approvals.askedBy(proposedBy.name, dayOf(proposedAt))}</Verbatim> {' · '}
        {approvals.until(dayOf(expiresAt))}
      </p>
      <p>
        {approvers.length > 0 ? (
          <Verbatim>{approvals.approvers(approvers.join(shell.listed))}</Verbatim>
        ) : (
          approvals.nobody
        )}
      </p>
      <Link to="/approvals">{wavePages.opening.toApprovals}</Link>
    </Panel>
  )
}

/** An opening that was approved while something prevented it: an officer opens the wave once that is gone. */
export function ApprovedOpening({ period }: { readonly period: PeriodKey }) {
  const { locale, words } = useLanguage()
  const { opening } = words.reporting.wavePages
  const navigate = useNavigate()
  const open = useMutation(
    trpc.wave.open.mutationOptions({
      onSuccess: () => void navigate({ to: '/waves/progress', search: { period } }),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  )
  return (
    <Panel title={opening.approvedTitle(periodName(period, locale))}>
      <p>{opening.approved}</p>
      {open.error ? <ErrorNote error={open.error} /> : null}
      <div className={ui.buttons}>
        <Button loading={open.isPending} onClick={() => open.mutate({ period })}>
          {opening.openNow}
        </Button>
      </div>
    </Panel>
  )
}

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

/** Previews the improvements that the invitation will mention. */
function ImprovementsPreview({ improvements }: { readonly improvements: readonly LocalText[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.waves.open
  if (improvements.length === 0) return <p className={ui.soft}>{text.tellsNothing}</p>
  return (
    <div>
      <p className={ui.soft}>{text.tells}</p>
      <ul className={styles.told}>
        {improvements.map((improvement) => (
          <li key={improvement.en} translate="no">
            {improvement[locale]}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface OpenedWave {
  readonly period: PeriodKey
  readonly invitations: number
  readonly closesOn: CalendarDate
}

/** Says that another officer must open the wave; stays until the reader leaves the page. */
function OpenedPanel({ wave: { period, invitations, closesOn } }: { readonly wave: OpenedWave }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.opening
  return (
    <>
      <PageHead title={text.doneTitle(periodName(period, locale))} trail={[text.title]} />
      <Panel title={words.reporting.wavePages.progress.next.title}>
        <p className={openingStyles.opened} role="status">
          <StatusShape shape="unknown" label="" size={24} />
          <span>{text.done(invitations, day(closesOn, locale))}</span>
        </p>
        <Link to="/approvals">{text.toApprovals}</Link>
      </Panel>
    </>
  )
}

/** Lists the questions that the wave will ask. */
function QuestionsStep({ questions }: { readonly questions: PlannedQuestions | null }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.opening
  if (!questions) return <p>{text.noQuestions}</p>
  return (
    <>
      <p className={ui.soft}>{text.questionsLead(questions.items.length, questions.version)}</p>
      {questions.untranslated.map(({ language, travelers }) => (
        <Note key={language} tone="caution">
          {text.untranslated(languageName(language, locale), travelers)}
        </Note>
      ))}
      <ol className={openingStyles.questions}>
        {questions.items.map((question, at) => (
          <li key={question.id}>
            <span className={openingStyles.place}>{at + 1}</span>
            <span>
              {question[locale]} {question.isRequired ? <span className={ui.soft}>{text.required}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <p className={ui.soft}>{text.preview}</p>
    </>
  )
}
