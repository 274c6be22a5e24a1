import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, onTestFinished } from 'vitest'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface MadeRelease {
  /** A folder for the data of tests. */
  readonly work: string
  readonly release: string
}

/** A release for the tests of this file. It is moved after the build, because nothing in it may depend on its original folder. */
export function makeRelease(): MadeRelease {
  const work = mkdtempSync(join(tmpdir(), 'wayproof-release-'))
  afterAll(() => rmSync(work, { recursive: true, force: true }))
  const target = join(work, 'made')
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/make-release.ts', target], { cwd: root, stdio: 'pipe' })
  const release = join(work, 'moved')
  renameSync(target, release)
  return { work, release }
}

export interface ReleasedProcess {
  readonly child: ChildProcess
  output(): string
  /** How it ended: exit code and signal. */
  ended(): Promise<unknown[]>
}

/**
 * Runs `wayproof ARGUMENTS` with nothing else in PATH, not even Node.js; it ends with the test. `options` name another
 * folder or user.
 */
export function startReleased(
  { release }: MadeRelease,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  options: Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'> = {},
): ReleasedProcess {
  const env = { PATH: '/usr/bin:/bin', LANG: 'en', ...settings }
  const child = spawn(join(release, 'wayproof'), args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const exited = once(child, 'exit')
  return { child, output: () => output, ended: () => exited }
}
