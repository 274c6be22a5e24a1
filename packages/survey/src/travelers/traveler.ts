import { type CalendarDate, isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type Fault, type Outcome, ok } from '@wayproof/kernel/outcome'
import { parseEmail } from '@wayproof/kernel/people/email'
import { type SurveyLanguage, writtenLanguage } from '@wayproof/kernel/people/survey-language'
import { BASIS_KINDS, type BasisKind, basisHolds, parseCountries } from './legal-basis.ts'

/** Column definitions of a traveler file, for its readers. */
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

/** A row of a traveler file; months are `YYYY-MM`, days `YYYY-MM-DD`, yes-no is boolean, blank is null. */
export interface TravelerRow {
  readonly rowNumber: number
  readonly cells: Readonly<Record<string, string | boolean | null>>
}

export interface Traveler {
  readonly customerNumber: string
  /** Normalized and validated: exactly one mailbox. */
  readonly email: string
  readonly basisDate: CalendarDate | null
  readonly traits: TravelerTraits
}

/** Fields that many travelers share; `travelerReader` returns the same object for equal traits. */
export interface TravelerTraits {
  /** The language of letters. */
  readonly locale: SurveyLanguage
  readonly tripType: string
  readonly channel: string
  readonly region: string
  /** `YYYY-MM`; no finer. */
  readonly lastTrip: string
  /** Only travelers known to be adults are invited. */
  readonly adult: boolean
  /** Countries of residence, such as `CN` or `CN DE`; null is unknown. */
  readonly residence: string | null
  readonly basis: BasisKind | null
  readonly basisWording: string | null
  readonly basisNamesSurveys: boolean
  readonly basisNotice: boolean
  readonly basisSource: string | null
  /** Judged by the profiles on the day of the import. Travelers without it are not invited. */
  readonly basisHolds: boolean
}

const PLACES = Object.fromEntries(TRAVELER_FIELDS.map(({ name }, place) => [name, place])) as Record<
  TravelerField,
  number
>

export const LONGEST_TEXT = 100

/** Matches most texts: printable ASCII that is already normalized. */
const USUAL = /^[!-~](?:[ -~]*[!-~])?$/

/** Normalizes a text: Unicode composition, no control characters, no surrounding spaces. */
export const normaliseText = (text: string): string =>
  text === '' || USUAL.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/\p{Cc}/gu, ' ')
        .trim()

/**
 * The traveler of a row imported on the organization's `today`, or the row's first fault. Someone whose language is
 * neither the product's nor added gets English letters.
 */
export function travelerFrom(
  cells: TravelerRow['cells'],
  today: CalendarDate,
  addedLanguages: readonly SurveyLanguage[] = [],
): Outcome<Traveler> {
  const texts: string[] = []
  for (const field of TRAVELER_FIELDS) {
    const text = textOf(cells[field.name])
    const fault = cellFault(field, cells, text, today)
    if (fault) return { ok: false, fault }
    texts.push(text)
  }
  const text = (name: TravelerField) => texts[PLACES[name]] ?? ''
  return ok({
    customerNumber: text('customerNumber'),
    email: emailOf(cells) ?? '',
    basisDate: text('basisDate') || null,
    traits: {
      locale: writtenLanguage(text('locale'), addedLanguages) ?? 'en',
      tripType: text('tripType'),
      channel: text('channel'),
      region: text('region'),
      lastTrip: text('lastTrip'),
      adult: cells.adult === true,
      ...basisOf(cells, text, today),
    },
  })
}

/**
 * All faults of a row in the order of the fields: `cell-empty`, `text-too-long`, `email-invalid`, `month-invalid`,
 * `month-in-future` (with `today`), `country-invalid`, `basis-invalid`, `day-invalid`, each with its field.
 */
export const faultsOfTraveler = (cells: TravelerRow['cells'], today: CalendarDate): readonly Fault[] =>
  TRAVELER_FIELDS.flatMap((field) => cellFault(field, cells, textOf(cells[field.name]), today) ?? [])

const textOf = (cell: TravelerRow['cells'][string] | undefined): string =>
  typeof cell === 'string' ? normaliseText(cell) : ''

const emailOf = (cells: TravelerRow['cells']) => parseEmail(String(cells.email ?? ''))

function cellFault(
  { name, required }: (typeof TRAVELER_FIELDS)[number],
  cells: TravelerRow['cells'],
  text: string,
  today: CalendarDate,
): Fault | null {
  const fault = (code: string): Fault => ({ code, figures: { field: name } })
  if (text === '') return required ? fault('cell-empty') : null
  if (name !== 'email' && text.length > LONGEST_TEXT) return fault('text-too-long')
  switch (name) {
    case 'email':
      return emailOf(cells) === null ? fault('email-invalid') : null
    case 'lastTrip':
      if (!/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)) return fault('month-invalid')
      return text > today.slice(0, 7) ? { code: 'month-in-future', figures: { field: name, today } } : null
    case 'residence':
      return parseCountries(text) === null ? fault('country-invalid') : null
    case 'basis':
      return BASIS_KINDS.some((kind) => kind === text) ? null : fault('basis-invalid')
    case 'basisDate':
      return isCalendarDate(text) ? null : fault('day-invalid')
    default:
      return null
  }
}

type BasisCells = Pick<TravelerTraits, 'residence' | Extract<keyof TravelerTraits, `basis${string}`>>

/** The legal basis of cells without faults. */
function basisOf(cells: TravelerRow['cells'], text: (name: TravelerField) => string, today: CalendarDate): BasisCells {
  const textOrNull = (name: TravelerField) => text(name) || null
  const countries = parseCountries(text('residence')) ?? []
  const kind = BASIS_KINDS.find((candidate) => candidate === text('basis')) ?? null
  const on = textOrNull('basisDate')
  const [wording, source] = [textOrNull('basisWording'), textOrNull('basisSource')]
  const [namesSurveys, noticeGiven] = [cells.basisNamesSurveys === true, cells.basisNotice === true]
  return {
    residence: countries.join(' ') || null,
    basis: kind,
    basisWording: wording,
    basisNamesSurveys: namesSurveys,
    basisNotice: noticeGiven,
    basisSource: source,
    basisHolds: basisHolds({ kind, wording, namesSurveys, noticeGiven, source, on }, countries, today),
  }
}
