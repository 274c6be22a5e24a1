import type { Closing } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { Checklist } from './checklist.tsx'
import { NextSteps } from './next-steps.tsx'

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
