import { type CalendarDate, fail, isCalendarDate, type Locale, nearestLocale, type Outcome, ok } from '@wayproof/kernel'
import { parseEmail } from './email.ts'
import { BASIS_KINDS, type BasisKind, basisHolds, parseCountries } from './legal-basis.ts'

/** The columns of a traveler file, as data for whoever reads the file. */
export const TRAVELER_FIELDS = [
  { name: 'customerNumber', kind: 'text', required: true, code: true },
  { name: 'email', kind: 'text', required: true },
  { name: 'locale', kind: 'text', required: true },
  { name: 'tripType', kind: 'text', required: true },
  { name: 'channel', kind: 'text', required: true },
  { name: 'region', kind: 'text', required: true },
  { name: 'lastTrip', kind: 'month', required: true },
  { name: 'adult', kind: 'yes-no', required: false },
  { name: 'residence', kind: 'text', required: false },
  { name: 'basis', kind: 'text', required: false, values: BASIS_KINDS },
  { name: 'basisWording', kind: 'text', required: false },
  { name: 'basisNamesSurveys', kind: 'yes-no', required: false },
  { name: 'basisNotice', kind: 'yes-no', required: false },
  { name: 'basisSource', kind: 'text', required: false },
  { name: 'basisDate', kind: 'day', required: false },
] as const

export type TravelerField = (typeof TRAVELER_FIELDS)[number]['name']

/** A row of a traveler file as its reader hands it on; months are `YYYY-MM`, days `YYYY-MM-DD`, yes-no is boolean, blank is null. */
export interface TravelerRow {
  readonly rowNumber: number
  readonly cells: Readonly<Record<string, string | boolean | null>>
}

export interface Traveler {
  readonly customerNumber: string
  /** Normalised and checked: exactly one mailbox. */
  readonly email: string
  readonly basisDate: CalendarDate | null
  readonly traits: TravelerTraits
}

/** What many travelers have in common; `travelerReader` gives the same to all who do. */
export interface TravelerTraits {
  readonly locale: Locale
  readonly tripType: string
  readonly channel: string
  readonly region: string
  /** `YYYY-MM`; no finer. */
  readonly lastTrip: string
  /** Only those known to be adults are invited. */
  readonly adult: boolean
  /** Countries of residence, `CN` or `CN DE`; null is unknown. */
  readonly residence: string | null
  readonly basis: BasisKind | null
  readonly basisWording: string | null
  readonly basisNamesSurveys: boolean
  readonly basisNotice: boolean
  readonly basisSource: string | null
  /** By the profiles, on the day the row came in. Without it nobody is invited. */
  readonly basisHolds: boolean
}

const PLACES = Object.fromEntries(TRAVELER_FIELDS.map(({ name }, place) => [name, place])) as Record<
  TravelerField,
  number
>

export const LONGEST_TEXT = 100

/** What most texts are: already in the one spelling. */
const USUAL = /^[!-~](?:[ -~]*[!-~])?$/

/** One spelling of a text: composed, without control characters and spaces around it. */
export const normaliseText = (text: string): string =>
  text === '' || USUAL.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/\p{Cc}/gu, ' ')
        .trim()

/**
 * The traveler of a row that comes in on the organisation's `today`. Faults: `cell-empty`, `text-too-long`, `email-invalid`,
 * `month-invalid`, `month-in-future` (with `today`), `country-invalid`, `basis-invalid`, `day-invalid`, with the field.
 */
export function travelerFrom(cells: TravelerRow['cells'], today: CalendarDate): Outcome<Traveler> {
  const texts: string[] = []
  for (const { name, required } of TRAVELER_FIELDS) {
    const cell = cells[name]
    const text = typeof cell === 'string' ? normaliseText(cell) : ''
    if (required && text === '') return fail('cell-empty', { field: name })
    if (name !== 'email' && text.length > LONGEST_TEXT) return fail('text-too-long', { field: name })
    texts.push(text)
  }
  const text = (name: TravelerField) => texts[PLACES[name]] ?? ''
  const email = parseEmail(String(cells.email ?? ''))
  if (email === null) return fail('email-invalid', { field: 'email' })
  const lastTrip = text('lastTrip')
  if (!/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(lastTrip)) return fail('month-invalid', { field: 'lastTrip' })
  if (lastTrip > today.slice(0, 7)) return fail('month-in-future', { field: 'lastTrip', today })
  const basis = basisFrom(cells, text, today)
  if (!basis.ok) return basis
  return ok({
    customerNumber: text('customerNumber'),
    email,
    basisDate: text('basisDate') || null,
    traits: {
      locale: nearestLocale(text('locale')),
      tripType: text('tripType'),
      channel: text('channel'),
      region: text('region'),
      lastTrip,
      adult: cells.adult === true,
      ...basis.value,
    },
  })
}

type BasisCells = Pick<TravelerTraits, 'residence' | Extract<keyof TravelerTraits, `basis${string}`>>

function basisFrom(
  cells: TravelerRow['cells'],
  text: (name: TravelerField) => string,
  today: CalendarDate,
): Outcome<BasisCells> {
  const filled = (name: TravelerField) => text(name) || null
  const countries = parseCountries(text('residence'))
  if (countries === null) return fail('country-invalid', { field: 'residence' })
  const kind = BASIS_KINDS.find((each) => each === text('basis')) ?? null
  if (kind === null && text('basis') !== '') return fail('basis-invalid', { field: 'basis' })
  const on = filled('basisDate')
  if (on !== null && !isCalendarDate(on)) return fail('day-invalid', { field: 'basisDate' })
  const [wording, source] = [filled('basisWording'), filled('basisSource')]
  const [namesSurveys, noticeGiven] = [cells.basisNamesSurveys === true, cells.basisNotice === true]
  return ok({
    residence: countries.join(' ') || null,
    basis: kind,
    basisWording: wording,
    basisNamesSurveys: namesSurveys,
    basisNotice: noticeGiven,
    basisSource: source,
    basisHolds: basisHolds({ kind, wording, namesSurveys, noticeGiven, source, on }, countries, today),
  })
}
