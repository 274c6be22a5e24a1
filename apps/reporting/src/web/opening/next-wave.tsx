import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import type { ProgrammeState } from '@wayproof/survey/programme/read-programme'
import type { Wave } from '@wayproof/survey/waves/wave'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { NextOpening } from '../programme/openings.tsx'

interface NextWaveProps {
  readonly state: Pick<ProgrammeState, 'programme' | 'next'>
  readonly open: Wave | null
  readonly isOfficer: boolean
}

/** Says when the program opens the next wave, or why it opens none, and why officers cannot open one. */
export function NextWave({ state: { programme, next }, open, isOfficer }: NextWaveProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.programme
  const offText = programme.runsSince === null ? text.stopped : text.paused
  return (
    <Panel
      title={text.nextTitle}
      actions={
        isOfficer ? (
          <Link to="/settings/$section" params={{ section: 'survey' }} className={ui.quiet}>
            {text.plan}
          </Link>
        ) : null
      }
    >
      {programme.runs ? <NextOpening next={next} plan={programme} /> : <p className={ui.soft}>{offText}</p>}
      {isOfficer && open ? (
        <p className={ui.soft}>{text.oneAtATime(periodName(open.period, locale), dayOf(open.closesAt - 1))}</p>
      ) : null}
    </Panel>
  )
}
