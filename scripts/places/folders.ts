import { posix } from 'node:path'
import { isSource, isTest, type PlaceFault, type ProjectFile } from './place.ts'

const MAX_FILES = 20

/** Reports folders with more than 20 source files, tests not counted. */
export function findFullFolders(files: readonly ProjectFile[]): PlaceFault[] {
  const sources = files.filter(({ path }) => isSource(path) && !isTest(path))
  const folders = Map.groupBy(sources, ({ path }) => posix.dirname(path))
  return [...folders].flatMap(([folder, { length }]) => {
    if (length <= MAX_FILES) return []
    return [{ path: folder, line: 1, rule: 'full-folder', message: `${length} source files, at most ${MAX_FILES}` }]
  })
}
