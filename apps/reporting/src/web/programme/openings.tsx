import { periodName } from '@wayproof/messages/date-format'
import type { ProgrammePlan } from '@wayproof/survey/programme/programme'
import type { IfSwitchedOn, ProgrammeState } from '@wayproof/survey/programme/read-programme'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface NextOpeningProps extends Pick<ProgrammeState, 'next'> {
  readonly plan: Pick<ProgrammePlan, 'mode' | 'sampleSize'>
}

/** Says when the next wave opens and how many travelers it asks. */
export function NextOpening({ next, plan: { mode, sampleSize } }: NextOpeningProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.programme
  if (!next) return null
  return (
    <>
      <p className={ui.soft}>
        {text.next(periodName(next.period, locale), dayOf(next.at))} {text.asks(mode, sampleSize)}
      </p>
      {next.arranged ? null : <p className={ui.soft}>{text.notArranged}</p>}
    </>
  )
}

/** Says what happens to the openings missed while the program was off, before it is switched on. */
export function MissedOpenings({ missed }: Pick<IfSwitchedOn, 'missed'>) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { opens: itOpens, asks } = words.reporting.programme.ifSwitchedOn
  return missed.map(({ period, at, opens }) => (
    <p key={period}>{(opens ? itOpens : asks)(periodName(period, locale), dayOf(at))}</p>
  ))
}
