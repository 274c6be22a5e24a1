import type { UnitCount } from '@wayproof/evidence/rows/ports'

/** Fewer people than this are never shown as a group of their own. */
const SMALLEST_GROUP = 5

/**
 * Units of five or more people; all smaller ones together under an empty name. If those are still under five, the
 * smallest other unit joins them, so that subtraction reveals no smaller group.
 */
export function unitsForRole(units: readonly UnitCount[]): readonly UnitCount[] {
  const namedUnits = units.filter(({ unit, people }) => unit !== '' && people >= SMALLEST_GROUP)
  const shownUnits = namedUnits.toSorted((a, b) => b.people - a.people)
  let otherPeople = units.filter((unit) => !namedUnits.includes(unit)).reduce((sum, { people }) => sum + people, 0)
  while (otherPeople > 0 && otherPeople < SMALLEST_GROUP && shownUnits.length > 0)
    otherPeople += shownUnits.pop()?.people ?? 0
  return otherPeople >= SMALLEST_GROUP ? [...shownUnits, { unit: '', people: otherPeople }] : shownUnits
}
