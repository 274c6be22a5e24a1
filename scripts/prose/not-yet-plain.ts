import type { PlaceFault } from '../places/place.ts'

/** Folders and pages that wait to be rewritten, with the number of faults that they may have. None may be added. */
const NOT_YET_PLAIN: ReadonlyMap<string, number> = new Map([
  // The package is rewritten for a second database engine.
  ['packages/store/', Number.POSITIVE_INFINITY],
])

/** Leaves out the faults of folders that have no more of them than they may. */
export function withoutWaiting(faults: readonly PlaceFault[], allowance = NOT_YET_PLAIN): PlaceFault[] {
  const areaOf = ({ path }: PlaceFault): string => [...allowance.keys()].find((area) => path.startsWith(area)) ?? ''
  const byArea = Map.groupBy(faults, areaOf)
  return [...byArea].flatMap(([area, areaFaults]) => (areaFaults.length > (allowance.get(area) ?? 0) ? areaFaults : []))
}
