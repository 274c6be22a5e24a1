import { type CalendarDate, isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import {
  LONGEST_TEXT,
  normaliseText,
  type Traveler,
  type TravelerRow,
  type TravelerTraits,
  travelerFrom,
} from './traveler.ts'

type Cells = TravelerRow['cells']

/** Maximum number of cached trait combinations. */
export const KNOWN_TRAITS = 10_000

/**
 * Reads travelers like `travelerFrom`, but checks each combination of traits once: a million rows have a few thousand.
 * `looked` receives the first row of each combination.
 */
export function travelerReader(
  today: CalendarDate,
  onCells: (cells: Cells) => void = () => undefined,
  addedLanguages: readonly SurveyLanguage[] = [],
): (cells: Cells) => Outcome<Traveler> {
  const traitsByKey = new Map<string, TravelerTraits>()
  return (cells) => {
    const copiedCells = ownCells(cells)
    if (copiedCells === null) return travelerFrom(cells, today, addedLanguages)
    const key = traitsKey(cells, copiedCells.basisDate !== null && copiedCells.basisDate <= today)
    const traits = traitsByKey.get(key)
    if (traits) return ok({ ...copiedCells, traits })
    const traveler = travelerFrom(cells, today, addedLanguages)
    if (traveler.ok) onCells(cells)
    if (traveler.ok && !holdsBetween(cells)) {
      if (traitsByKey.size === KNOWN_TRAITS) traitsByKey.clear()
      traitsByKey.set(key, traveler.value.traits)
    }
    return traveler
  }
}

/** The cells that are not traits; null if the row needs the full check. */
function ownCells(cells: Cells): Omit<Traveler, 'traits'> | null {
  const customerNumber = normaliseText(asText(cells.customerNumber))
  const email = parseEmail(asText(cells.email))
  const basisDate = asText(cells.basisDate) || null
  const isSound = customerNumber !== '' && customerNumber.length <= LONGEST_TEXT && email !== null
  return isSound && (basisDate === null || isCalendarDate(basisDate)) ? { customerNumber, email, basisDate } : null
}

/** Separator between the texts of a key. A row that contains it is not cached and gets a key that matches none. */
const BETWEEN = '\u001f'

const holdsBetween = (cells: Cells): boolean => Object.values(cells).some((cell) => asText(cell).includes(BETWEEN))

/** Key of all cells that make up the traits, unnormalized, and whether the day of the legal basis has come. */
function traitsKey(c: Cells, dated: boolean): string {
  const texts = [
    c.locale,
    c.tripType,
    c.channel,
    c.region,
    c.lastTrip,
    c.residence,
    c.basis,
    c.basisWording,
    c.basisSource,
  ]
  const flags = Number(c.adult === true) + 2 * Number(c.basisNamesSurveys === true) + 4 * Number(c.basisNotice === true)
  return `${texts.map(asText).join(BETWEEN)}${BETWEEN}${flags + 8 * Number(dated)}`
}

const asText = (cell: Cells[string] | undefined): string => (typeof cell === 'string' ? cell : '')
