import { useQuery } from '@tanstack/react-query'
import { moment } from '@wayproof/messages/date-format'
import type { Wave } from '@wayproof/survey/waves/wave'
import { firstCountedHour } from '@wayproof/survey/waves/wave-figures'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Shows how many had not answered at the last full hour. The current number would reveal who has answered. */
export function ReminderPreview({ wave: { period, openedAt } }: { readonly wave: Wave }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.waves.remind
  const preview = useQuery(trpc.wave.remindPreview.queryOptions({ period }))
  if (preview.error) return <ErrorNote error={preview.error} />
  if (!preview.data) return null
  const { counted, atMost } = preview.data
  return (
    <p className={ui.soft}>
      {counted.kind === 'hourly' && atMost !== null
        ? text.atMost(atMost, moment(counted.asOf, timeZone, locale))
        : text.notYet(moment(firstCountedHour(openedAt, timeZone), timeZone, locale))}
    </p>
  )
}
