import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** The folder of temporary files before a run sets its own. */
const outerFolder = tmpdir()
const BYTES_NEEDED = 2 ** 32
const NAME = /^wayproof-tests-(\d+)$/

/** The folder of the run whose main process has this id. */
export const folderOfRun = (processId: number): string => join(placeOfFolders(), `wayproof-tests-${processId}`)

/**
 * All files of a run of tests are in one folder, in memory where the machine has enough: committing to a disk takes more
 * than half of the tests' time. The folder goes with the run; if a run is killed, the next one removes its folder.
 */
export function setup(): void {
  const folder = folderOfRun(process.pid)
  if (existsSync(folder)) return
  removeLeftFolders()
  mkdirSync(folder)
  // Servers that the tests start under other users look for their files in it.
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  // At the very end, after the servers of all projects have stopped.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
}

function placeOfFolders(): string {
  return hasMemory() ? MEMORY : outerFolder
}

function hasMemory(): boolean {
  if (!existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= BYTES_NEEDED
}

function removeLeftFolders(): void {
  for (const name of readdirSync(placeOfFolders())) {
    const [, id] = NAME.exec(name) ?? []
    if (id && !isRunning(Number(id))) rmSync(join(placeOfFolders(), name), { recursive: true, force: true })
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // EPERM: it runs under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
