import { type CalendarDate, isCalendarDate, type Outcome, ok, parseEmail } from '@wayproof/kernel'
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
  looked: (cells: Cells) => void = () => undefined,
): (cells: Cells) => Outcome<Traveler> {
  const known = new Map<string, TravelerTraits>()
  return (cells) => {
    const own = ownCells(cells)
    if (own === null) return travelerFrom(cells, today)
    const key = traitsKey(cells, own.basisDate !== null && own.basisDate <= today)
    const traits = known.get(key)
    if (traits) return ok({ ...own, traits })
    const read = travelerFrom(cells, today)
    if (read.ok) looked(cells)
    if (read.ok && !holdsBetween(cells)) {
      if (known.size === KNOWN_TRAITS) known.clear()
      known.set(key, read.value.traits)
    }
    return read
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
