import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Misused, words } from './command-line.ts'
import { temporaryFolder } from './environment.ts'

/** The data folder of one run. A run that was cut short does not block the next. */
export interface WorkFolder {
  readonly path: string
  remove(): void
}

/**
 * Creates a folder in the system's temporary folder, or takes `callersFolder`, which is not removed. Throws
 * Misused if that one cannot be written or is not empty.
 */
export function workFolder(name: string, callersFolder?: string): WorkFolder {
  if (callersFolder === undefined) {
    const path = mkdtempSync(join(temporaryFolder, `wayproof-${name}-`))
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
  }
  if (entriesOf(callersFolder).length > 0) throw new Misused(words.faults.folderNotEmpty(callersFolder))
  return { path: callersFolder, remove: () => {} }
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
