import type { FoundTrait, FoundValues } from '../../travelers/found-traits.ts'
import type { NumberedTraveler } from '../../travelers/ports.ts'
import type { SurveyMemory } from './survey-memory.ts'

const TOLD_VALUES = 50

/** The groups that the rows would create, with the values that no registered traveler has first. */
export function traitsIn(
  memory: SurveyMemory,
  rows: readonly NumberedTraveler[],
): Readonly<Record<FoundTrait, FoundValues>> {
  const memoryTravelers = [...memory.travelers.values()]
  const of = (trait: FoundTrait): FoundValues => {
    const counted = [...Map.groupBy(rows, ({ traveler }) => traveler.traits[trait])].map(([value, { length }]) => ({
      value,
      count: length,
      isNew: memoryTravelers.length > 0 && !memoryTravelers.some(({ traits }) => traits[trait] === value),
    }))
    const ordered = counted.toSorted(
      (a, b) => Number(b.isNew) - Number(a.isNew) || b.count - a.count || (a.value < b.value ? -1 : 1),
    )
    return { values: ordered.slice(0, TOLD_VALUES), more: Math.max(0, ordered.length - TOLD_VALUES) }
  }
  return { locale: of('locale'), tripType: of('tripType'), channel: of('channel'), region: of('region') }
}
