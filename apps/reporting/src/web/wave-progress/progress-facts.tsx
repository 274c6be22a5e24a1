import { dateAt, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { count, ratePercent } from '@wayproof/messages/number-format'
import type { Funnel } from '@wayproof/survey/waves/wave'
import { Facts } from '../components/facts.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './progress.module.css'

/** The four figures of a wave: invited, delivered, answered, and the time left. */
export function ProgressFacts({ funnel }: { readonly funnel: Funnel }) {
  const { locale, words } = useLanguage()
  const { today, timeZone, dayOf } = useOrganisationDays()
  const text = words.reporting.wavePages.progress.facts
  const { none } = words.reporting.shell
  const { wave, invited, delivered, answered } = funnel
  const closes = dayOf(wave.closesAt - 1)
  const ofInvited = (people: number | null) => {
    const share = people === null ? null : ratePercent({ numerator: people, denominator: invited })
    return people === null || share === null ? none : text.of(count(people, locale), share)
  }
  const facts: readonly (readonly [string, string])[] = [
    [text.invited(dayOf(wave.openedAt)), count(invited, locale)],
    [text.delivered, ofInvited(delivered)],
    [text.answered, ofInvited(answered)],
    wave.status === 'open'
      ? [text.closes(closes), text.left(Math.max(0, daysBetween(today, dateAt(wave.closesAt - 1, timeZone))))]
      : [text.closedOn(closes), text.closed],
  ]
  return <Facts className={styles.facts} aria-label={text.title} facts={facts} />
}
