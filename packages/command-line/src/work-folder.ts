import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Misused, words } from './command-line.ts'
import { temporaryFolder } from './environment.ts'

/** A folder of this run's own, so that a run that was cut short never stands in the way of the next. */
export interface WorkFolder {
  readonly path: string
  remove(): void
}

/**
 * `kept` names a folder of the caller's, which is left in place; else a new one in the system's temporary folder. Throws
 * Misused where the caller's cannot be written, or holds something: a run begins with nothing.
 */
export function workFolder(name: string, kept?: string): WorkFolder {
  if (kept === undefined) {
    const path = mkdtempSync(join(temporaryFolder, `wayproof-${name}-`))
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
  }
  if (entriesOf(kept).length > 0) throw new Misused(words.faults.folderNotEmpty(kept))
  return { path: kept, remove: () => {} }
}

function entriesOf(folder: string): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return readdirSync(folder)
  } catch {
    throw new Misused(words.faults.folderUnusable(folder))
  }
}
