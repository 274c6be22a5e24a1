import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../config.ts'

/** A folder of this run's own, so that a run that was cut short never stands in the way of the next. */
export interface WorkFolder {
  readonly path: string
  remove(): void
}

/** `kept` names a folder of the caller's, which is left in place; else a new one in the system's temporary folder. */
export function workFolder(name: string, kept?: string): WorkFolder {
  if (kept) return { path: kept, remove: () => {} }
  const path = mkdtempSync(join(temporaryFolder, `wayproof-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
