import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildsFirst, inherited } from './environment.ts'
import { Interrupted } from './interruption.ts'

const STANDARD_ERROR = 2

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Builds the apps if package.json asks for it. A command calls this after it has read its options, so that help and faults
 * need no build.
 */
export function buildFirst(): void {
  if (!buildsFirst) return
  const { signal, status } = spawnSync(
    `${root}/node_modules/.bin/turbo`,
    ['run', 'build', '--log-order=grouped', '--output-logs=errors-only'],
    {
      cwd: root,
      env: { ...inherited, TURBO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', STANDARD_ERROR, STANDARD_ERROR],
    },
  )
  if (signal) throw new Interrupted()
  if (status !== 0) process.exit(1)
}
