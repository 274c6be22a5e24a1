import { useQuery } from '@tanstack/react-query'
import { day, periodName } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import type { WavePreview } from '@wayproof/survey/opening/preview-wave'
import { trpc } from '../api.ts'
import { Facts } from '../components/facts.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import { MissingRequirements } from '../opening/missing-requirements.tsx'
import { invitesTooFew, type WavePlan } from '../opening/wave-plan.ts'
import styles from './opening.module.css'
import { StepFooter } from './step-frame.tsx'

interface ConfirmStepProps {
  readonly plan: WavePlan
  readonly invitations: number
  readonly preview: WavePreview
  readonly error: unknown
  readonly busy: boolean
  readonly onBack: () => void
  readonly onConfirm: () => void
}

/** Repeats the whole plan before anything is sent. */
export function ConfirmStep({ plan, invitations, preview, error, busy, onBack, onConfirm }: ConfirmStepProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.opening
  const { waves, shell } = words.reporting
  const { programme } = useQuery(trpc.programme.get.queryOptions()).data ?? {}
  const isComplete = preview.lacking.length === 0
  const period = periodName(plan.period, locale)
  const closes = day(plan.closesOn, locale)
  return (
    <Form isPassing onSubmit={onConfirm}>
      <div className={styles.confirm}>
        <Note tone="caution">{waves.open.confirm(invitations, period, closes)}</Note>
        <Facts
          facts={[
            [text.facts.period, period],
            [text.facts.mode, waves.mode[plan.mode]],
            [text.facts.invitations, count(invitations, locale)],
            [text.facts.closes, closes],
            ...(programme
              ? [
                  [
                    text.facts.reminders,
                    waves.reminders(programme.firstReminderDays, programme.lastReminderDays, programme.letterLimit),
                  ] as const,
                ]
              : []),
            [text.facts.questions, preview.questions ? count(preview.questions.items.length, locale) : shell.none],
            [text.facts.checklist, isComplete ? text.complete : text.incomplete],
          ]}
        />
        <MissingRequirements requirements={preview.lacking} />
        {error ? <ErrorNote error={error} /> : null}
      </div>
      <StepFooter
        onBack={onBack}
        action={waves.open.action}
        busy={busy}
        disabled={
          !isComplete ||
          invitations === 0 ||
          invitesTooFew(invitations, preview.smallestWave) ||
          preview.questions === null
        }
      />
    </Form>
  )
}
