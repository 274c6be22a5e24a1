import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The path of a database file in a new folder, which is deleted after the test. */
export function temporaryFile(place = tmpdir()): string {
  const folder = mkdtempSync(join(place, 'wayproof-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'test.db')
}
