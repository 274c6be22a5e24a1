import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('check-process.ts', import.meta.url))

/** Longest check at the start; the nightly check has no limit. */
export const AT_START_MS = 2_000

export interface CheckedFile {
  /** SQLite's own messages about damage; null if the check did not finish. */
  readonly faults: readonly string[] | null
  /** New digests of the answers of unlinked waves that had none, by the wave's id. */
  readonly missing: Readonly<Record<string, string>>
}

/**
 * Checks a database file in a child process. `quick` checks its structure; `whole` also its indexes, references and the
 * answers of unlinked waves; `log` whether the log beside it would damage it. `signal` ends the check.
 */
export async function checkFile(
  file: string,
  extent: 'quick' | 'whole' | 'log',
  signal?: AbortSignal,
): Promise<CheckedFile> {
  const child = spawn(process.execPath, [script, file, extent], { stdio: ['ignore', 'pipe', 'ignore'] })
  // A process that could not start, as while the folder of the release is away, leaves the check unfinished.
  child.on('error', () => undefined)
  const end = () => void child.kill('SIGKILL')
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  process.once('exit', end)
  try {
    const output = await text(child.stdout)
    return output === '' ? { faults: null, missing: {} } : JSON.parse(output)
  } finally {
    signal?.removeEventListener('abort', end)
    process.off('exit', end)
  }
}
