import { fail, type Locale, nearestLocale, type Outcome, ok } from '@wayproof/kernel'
import { parseEmail } from './email.ts'

/** The columns of a traveler file, as data for whoever reads the file. */
export const TRAVELER_FIELDS = [
  { name: 'customerNumber', kind: 'text', required: true },
  { name: 'email', kind: 'text', required: true },
  { name: 'locale', kind: 'text', required: true },
  { name: 'tripType', kind: 'text', required: true },
  { name: 'channel', kind: 'text', required: true },
  { name: 'region', kind: 'text', required: true },
  { name: 'lastTrip', kind: 'month', required: true },
  { name: 'adult', kind: 'yes-no', required: false },
] as const

/** A row of a traveler file as its reader hands it on; months are `YYYY-MM`, yes-no is boolean, blank is null. */
export interface TravelerRow {
  readonly rowNumber: number
  readonly cells: Readonly<Record<string, string | boolean | null>>
}

export interface Traveler {
  readonly customerNumber: string
  /** Normalised and checked: exactly one mailbox. */
  readonly email: string
  readonly locale: Locale
  readonly tripType: string
  readonly channel: string
  readonly region: string
  /** `YYYY-MM`; no finer. */
  readonly lastTrip: string
  /** Only those known to be adults are invited. */
  readonly adult: boolean
}

const LONGEST_TEXT = 100

/** One spelling of a text: composed, without control characters and spaces around it. */
export const normaliseText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()

/** The traveler of a row. Faults: `cell-empty`, `text-too-long`, `email-invalid`, `month-invalid`, with the field. */
export function travelerFrom(cells: TravelerRow['cells']): Outcome<Traveler> {
  const text = (name: string) => {
    const cell = cells[name]
    return typeof cell === 'string' ? normaliseText(cell) : ''
  }
  for (const { name, required } of TRAVELER_FIELDS) {
    if (required && text(name) === '') return fail('cell-empty', { field: name })
    if (name !== 'email' && text(name).length > LONGEST_TEXT) return fail('text-too-long', { field: name })
  }
  const email = parseEmail(String(cells.email ?? ''))
  if (email === null) return fail('email-invalid', { field: 'email' })
  const lastTrip = text('lastTrip')
  if (!/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(lastTrip)) return fail('month-invalid', { field: 'lastTrip' })
  return ok({
    customerNumber: text('customerNumber'),
    email,
    locale: nearestLocale(text('locale')),
    tripType: text('tripType'),
    channel: text('channel'),
    region: text('region'),
    lastTrip,
    adult: cells.adult === true,
  })
}
