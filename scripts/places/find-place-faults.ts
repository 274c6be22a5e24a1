import { findAmbient } from './ambient.ts'
import { findServerCode } from './browser.ts'
import { findClaims } from './claims.ts'
import { findDependencies } from './dependencies.ts'
import { findBareForms } from './forms.ts'
import { isSource, type PlaceFault, type ProjectFile } from './place.ts'
import { findLongFile, findLongProcedures } from './sizes.ts'
import { findBags, findDepth, findWords } from './words.ts'

const OF_EVERY_FILE = [findBags, findDepth, findDependencies]
const OF_SOURCE = [findAmbient, findClaims, findBareForms, findWords, findLongFile, findLongProcedures]

/** Returns all faults of the source tree, those of each file in their order. */
export const findPlaceFaults = (files: readonly ProjectFile[]): PlaceFault[] => [
  ...files.flatMap((file) =>
    [...OF_EVERY_FILE, ...(isSource(file.path) ? OF_SOURCE : [])].flatMap((find) => find(file)),
  ),
  ...findServerCode(files.filter(({ path }) => isSource(path))),
]
