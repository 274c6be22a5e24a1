import { moment } from '@wayproof/messages/date-format'
import type { Funnel } from '@wayproof/survey/waves/wave'
import { ARRIVAL_STEP, FIRST_ARRIVALS, firstCountedHour } from '@wayproof/survey/waves/wave-figures'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Explains the rounding and time of an open wave's counts; renders nothing for a closed wave. */
export function CountedNote({ funnel: { counted, wave } }: { readonly funnel: Pick<Funnel, 'counted' | 'wave'> }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.waves
  if (counted.kind === 'exact') return null
  return (
    <p className={ui.soft}>
      {counted.kind === 'hourly'
        ? text.hourly(moment(counted.asOf, timeZone, locale), FIRST_ARRIVALS, ARRIVAL_STEP)
        : text.notYet(moment(firstCountedHour(wave.openedAt, timeZone), timeZone, locale))}
    </p>
  )
}
