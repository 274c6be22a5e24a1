import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '@wayproof/kernel'
import { day, periodName } from '@wayproof/messages'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from '../waves/waves.module.css'
import { CoverageFunnel } from './coverage-funnel.tsx'
import { ImprovementsPreview } from './improvements-preview.tsx'
import { MissingRequirements } from './missing-requirements.tsx'
import { SampleCalculator } from './sample-calculator.tsx'
import { SkipList } from './skip-list.tsx'
import { TestLetter } from './test-letter.tsx'
import { WaveForm } from './wave-form.tsx'
import { closesInTime, firstPlan, invitationCount, periodsToOpen, type WavePlan } from './wave-plan.ts'

/** Opens a wave for a half-year that has none. */
export function OpenWave({ takenPeriods }: { readonly takenPeriods: readonly string[] }) {
  const text = useLanguage().words.reporting.waves.open
  const { today } = useOrganisationDays()
  const periods = periodsToOpen(today, takenPeriods)
  const [latest] = periods
  if (latest !== undefined) return <WaveOpening periods={periods} latest={latest} today={today} />
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.none}</p>
    </Panel>
  )
}

interface WaveOpeningProps {
  readonly periods: readonly string[]
  readonly latest: string
  readonly today: CalendarDate
}

/** Edits the plan, shows the number of invitations, and asks for confirmation. */
function WaveOpening({ periods, latest, today }: WaveOpeningProps) {
  const { locale, words } = useLanguage()
  const { coverage, open: text } = words.reporting.waves
  const [plan, setPlan] = useState<WavePlan>(() => firstPlan(latest, today))
  const [isConfirming, setIsConfirming] = useState(false)
  const preview = useQuery(trpc.wave.preview.queryOptions({ period: plan.period }))
  const open = useMutation(
    trpc.wave.open.mutationOptions({
      onSettled: () => setIsConfirming(false),
      onSuccess: () => void queryClient.invalidateQueries(),
    }),
  )
  const eligible = preview.data?.eligible ?? 0
  const invitations = invitationCount(plan, eligible)
  const isInTime = closesInTime(plan, today)
  function submit() {
    if (invitations) setIsConfirming(true)
  }
  function confirm() {
    const { period, closesOn, mode } = plan
    const sample = mode !== 'census' ? { size: Number(plan.size), seed: plan.seed.trim() || period } : {}
    open.mutate({ period, mode, closesOn, ...sample })
  }
  return (
    <Panel title={text.title}>
      <Form className={ui.stack} onSubmit={submit}>
        <WaveForm
          plan={plan}
          periods={periods}
          onChange={setPlan}
          faults={{
            size: invitations === null ? text.chooseSize : null,
            closesOn: !isInTime ? text.chooseDay : null,
          }}
        />
        {preview.data ? (
          <p className={ui.soft}>{eligible === 0 ? text.nobody : text.preview(eligible, invitations)}</p>
        ) : null}
        {preview.data ? (
          <>
            <SampleCalculator
              key={plan.period}
              eligible={eligible}
              invitations={invitations}
              lastResponseRate={preview.data.lastResponseRate}
            />
            <section>
              <h3 className={styles.heading}>{coverage.ahead}</h3>
              <CoverageFunnel
                coverage={preview.data.coverage}
                last={{ label: coverage.willBeInvited, count: invitations }}
              />
            </section>
            {preview.data.skips.length > 0 ? (
              <section>
                <h3 className={styles.heading}>{words.reporting.programme.skips.titleAhead}</h3>
                <SkipList skips={preview.data.skips} />
              </section>
            ) : null}
            <ImprovementsPreview improvements={preview.data.improvements} />
            <MissingRequirements requirements={preview.data.lacking} />
          </>
        ) : null}
        {preview.error ? <ErrorNote error={preview.error} /> : null}
        {open.error ? <ErrorNote error={open.error} /> : null}
        <div className={styles.actions}>
          <Button type="submit" disabled={eligible === 0 || (preview.data?.lacking.length ?? 0) > 0}>
            {text.action}
          </Button>
        </div>
      </Form>
      <TestLetter period={plan.period} closesOn={plan.closesOn} />
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={open.isPending}
          onConfirm={confirm}
          onClose={() => setIsConfirming(false)}
        >
          <p className={ui.soft}>
            {text.confirm(invitations ?? 0, periodName(plan.period, locale), day(plan.closesOn, locale))}
          </p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
