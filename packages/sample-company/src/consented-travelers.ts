import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'
import { csv } from './csv.ts'

/** The legal basis in a traveler file: consent to surveys, given in China. */
const CONSENT = ['CN', 'consent', '6', 'yes', '', 'booking', '2010-01-01'] as const

/** A traveler file from rows up to and including `adult`; all have consented to surveys. */
export const consentedTravelers = (rows: readonly (readonly string[])[]): string =>
  csv(
    TRAVELER_FIELDS.map(({ name }) => name),
    rows.map((row) => [...row, ...CONSENT]),
  )
