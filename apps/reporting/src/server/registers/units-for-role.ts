import type { UnitCount } from '@wayproof/evidence'

/** Fewer people than this are never shown as a group of their own. */
const SMALLEST_GROUP = 5

/**
 * Units of five or more people; all smaller ones together under an empty name. If those are still under five, the
 * smallest other unit joins them, so that subtraction reveals no smaller group.
 */
export function unitsForRole(units: readonly UnitCount[]): readonly UnitCount[] {
  const named = units.filter(({ unit, people }) => unit !== '' && people >= SMALLEST_GROUP)
  const shown = named.toSorted((a, b) => b.people - a.people)
  let others = units.filter((unit) => !named.includes(unit)).reduce((sum, { people }) => sum + people, 0)
  while (others > 0 && others < SMALLEST_GROUP && shown.length > 0) others += shown.pop()?.people ?? 0
  return others >= SMALLEST_GROUP ? [...shown, { unit: '', people: others }] : shown
}
