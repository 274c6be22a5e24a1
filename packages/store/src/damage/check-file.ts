import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('check-process.ts', import.meta.url))

/** A check at the start may hold it up for so long; what takes longer is looked at by night. */
export const AT_START_MS = 2_000

export interface CheckedFile {
  /** What is broken, in SQLite's own words; null where the check came to no end. */
  readonly faults: readonly string[] | null
  /** Digests of the answers of unlinked waves that have none yet, by the wave's id. */
  readonly missing: Readonly<Record<string, string>>
}

/**
 * Reads a database file in a process of its own: `quick`, its structure; `whole`, its indexes, references and the answers of
 * unlinked waves as well; `log`, what the log beside it would break. It is ended when `signal` says so.
 */
export async function checkFile(
  file: string,
  extent: 'quick' | 'whole' | 'log',
  signal?: AbortSignal,
): Promise<CheckedFile> {
  const child = spawn(process.execPath, [script, file, extent], { stdio: ['ignore', 'pipe', 'ignore'] })
  const end = () => void child.kill('SIGKILL')
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  process.once('exit', end)
  try {
    const said = await text(child.stdout)
    return said === '' ? { faults: null, missing: {} } : JSON.parse(said)
  } finally {
    signal?.removeEventListener('abort', end)
    process.off('exit', end)
  }
}
