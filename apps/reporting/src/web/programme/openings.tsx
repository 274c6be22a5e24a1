import { periodName } from '@wayproof/messages'
import type { IfSwitchedOn, ProgrammePlan, ProgrammeState } from '@wayproof/survey'
import surface from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface NextOpeningProps extends Pick<ProgrammeState, 'next'> {
  readonly plan: Pick<ProgrammePlan, 'mode' | 'sampleSize'>
}

/** When the next wave opens by itself, and whom it asks. */
export function NextOpening({ next, plan: { mode, sampleSize } }: NextOpeningProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.programme
  if (!next) return null
  return (
    <>
      <p className={surface.soft}>
        {text.next(periodName(next.period, locale), dayOf(next.at))} {text.asks(mode, sampleSize)}
      </p>
      {next.arranged ? null : <p className={surface.soft}>{text.notArranged}</p>}
    </>
  )
}

/** What becomes of the openings that the programme was off over, before it is switched on again. */
export function MissedOpenings({ missed }: Pick<IfSwitchedOn, 'missed'>) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { opens: itOpens, asks } = words.reporting.programme.ifSwitchedOn
  return missed.map(({ period, at, opens }) => (
    <p key={period}>{(opens ? itOpens : asks)(periodName(period, locale), dayOf(at))}</p>
  ))
}
