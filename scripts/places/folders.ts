import { posix } from 'node:path'
import { type HouseFile, isSource, isTest, type PlaceFault } from './place.ts'

const MOST_FILES = 20

/** Larger folders that wait for their move, with the number of files that they may hold. None may be added. */
const NOT_YET_MOVED: ReadonlyMap<string, number> = new Map([
  ['apps/demo/src', 22],
  ['apps/demo/src/bench', 22],
])

/** Reports folders with more than 20 source files, tests not counted. */
export function findFullFolders(files: readonly HouseFile[]): PlaceFault[] {
  const sources = files.filter(({ path }) => isSource(path) && !isTest(path))
  const folders = Map.groupBy(sources, ({ path }) => posix.dirname(path))
  return [...folders].flatMap(([folder, { length }]) => {
    const most = NOT_YET_MOVED.get(folder) ?? MOST_FILES
    if (length <= most) return []
    return [{ path: folder, line: 1, rule: 'full-folder', says: `${length} source files, at most ${most}` }]
  })
}
