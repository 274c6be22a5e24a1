import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './closing.module.css'

interface ProgressPanelProps {
  readonly view: Closing
  readonly period: string
  readonly onClosed: (notified: number) => void
  readonly isOfficer: boolean
}

/** Shows what the next step of the closing still requires, and the step itself. */
export function ProgressPanel({ view, period, isOfficer, onClosed }: ProgressPanelProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing
  const { dayOf } = useOrganisationDays()
  const { freeze, reopening } = view
  return (
    <Panel title={freeze ? text.course.title : text.lacks.title}>
      <div className={ui.stack}>
        {reopening ? (
          <p>
            {text.reopening(reopening.by, dayOf(reopening.at))}
            <span translate="no">{reopening.reason}</span>
          </p>
        ) : null}
        {freeze ? (
          <p>{text.course.frozenBy(freeze.by, dayOf(freeze.at))}</p>
        ) : (
          <Checklist
            lacking={view.lacking}
            hasNoWave={view.scorecard.verdicts.some(({ reason }) => reason === 'no-wave')}
            period={period}
            isOfficer={isOfficer}
            isFollowed={view.before !== null}
          />
        )}
        {isOfficer && view.stage === 'signed' && !view.mayClose ? <p className={ui.soft}>{text.close.notYou}</p> : null}
        {isOfficer ? <NextSteps view={view} period={period} onClosed={onClosed} /> : null}
      </div>
    </Panel>
  )
}

interface ChecklistProps {
  readonly lacking: Closing['lacking']
  /** Whether the half-year had no wave; a note gives the reason, and the item does not count as done. */
  readonly hasNoWave: boolean
  readonly period: string
  readonly isOfficer: boolean
  /** Whether the half-year before was closed, so that its actions need an outcome. */
  readonly isFollowed: boolean
}

/** Lists what the freeze requires, each item done or missing, with a link to the page that completes it. */
function Checklist({ lacking: missingSteps, hasNoWave, period, isOfficer, isFollowed }: ChecklistProps) {
  const text = useLanguage().words.reporting.closing.lacks
  const points = ['wave-open', 'improvement-missing', 'remedy-missing', 'outcome-missing'] as const
  const items = points.filter(
    (point) => (point !== 'outcome-missing' || isFollowed) && (point !== 'wave-open' || !hasNoWave),
  )
  const isWaveMissing = missingSteps.some(({ code }) => code === 'wave-missing')
  return (
    <ul className={styles.checklist}>
      <li>
        <StatusShape shape="demonstrated" label={text.yes} />
        <span>{text.over}</span>
      </li>
      {hasNoWave ? (
        <li data-missing={isWaveMissing}>
          <StatusShape shape="unknown" label={text.none} />
          <span>{isWaveMissing ? text['wave-missing'] : text.noWave}</span>
        </li>
      ) : null}
      {items.map((point) => {
        const isMissing = missingSteps.some(({ code }) => code === point)
        return (
          <li key={point} data-missing={isMissing}>
            <StatusShape shape={isMissing ? 'unknown' : 'demonstrated'} label={isMissing ? text.no : text.yes} />
            <span>
              {text[point]}
              {isMissing && isOfficer && point === 'improvement-missing' ? (
                <Link
                  to="/goal/$goal"
                  params={{ goal: 'customer-satisfaction' }}
                  search={{ period }}
                  hash="improvements"
                  className={`${ui.quiet} ${styles.way}`}
                >
                  {text.choose}
                </Link>
              ) : null}
              {isMissing && point === 'wave-open' ? (
                <Link to="/waves/progress" search={{ period }} className={`${ui.quiet} ${styles.way}`}>
                  {text.toWaves}
                </Link>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type Step = 'freeze' | 'takeBack' | 'close' | 'leave'

function stepsOf({ stage, lacking: missingSteps, mayClose }: Closing): readonly Step[] {
  if (stage === 'signed') return mayClose ? ['close', 'takeBack'] : ['takeBack']
  if (stage === 'frozen') return ['takeBack']
  const freeze = missingSteps.length === 0 ? (['freeze'] as const) : []
  return stage === 'reopened' ? [...freeze, 'leave'] : freeze
}

interface NextStepsProps {
  readonly view: Closing
  readonly period: string
  /** Receives the number of readers who get a letter about the restatement. */
  readonly onClosed: (notified: number) => void
}

/** Offers the officer's next steps; each explains its effect before it runs. */
function NextSteps({ view, period, onClosed }: NextStepsProps) {
  const text = useLanguage().words.reporting.closing
  const [stepToConfirm, setStepToConfirm] = useState<Step | null>(null)
  const callbacks = {
    onSettled: () => {
      setStepToConfirm(null)
      void queryClient.invalidateQueries()
    },
  }
  const freeze = useMutation(trpc.period.freeze.mutationOptions(callbacks))
  const takeBack = useMutation(trpc.period.takeBack.mutationOptions(callbacks))
  const close = useMutation(trpc.period.close.mutationOptions(callbacks))
  const leave = useMutation(trpc.period.leave.mutationOptions(callbacks))
  const commands = { freeze, takeBack, close, leave }
  const error = Object.values(commands).find((command) => command.error)?.error
  const frozen = { period, freeze: view.freeze?.id ?? '' }
  const runStep: Record<Step, () => void> = {
    freeze: () => freeze.mutate({ period }),
    takeBack: () => takeBack.mutate(frozen),
    close: () => close.mutate(frozen, { onSuccess: ({ told: readerCount }) => onClosed(readerCount) }),
    leave: () => leave.mutate({ period }),
  }
  const steps = stepsOf(view)
  return (
    <>
      {error ? <ErrorNote error={error} /> : null}
      {steps.length > 0 ? (
        <div className={ui.buttons}>
          {steps.map((step) => (
            <Button key={step} variant="default" onClick={() => setStepToConfirm(step)}>
              {text[step].action}
            </Button>
          ))}
        </div>
      ) : null}
      {stepToConfirm ? (
        <ConfirmDialog
          title={text[stepToConfirm].confirmTitle}
          action={text[stepToConfirm].action}
          busy={commands[stepToConfirm].isPending}
          onConfirm={runStep[stepToConfirm]}
          onClose={() => setStepToConfirm(null)}
        >
          <p className={ui.soft}>{text[stepToConfirm].confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
