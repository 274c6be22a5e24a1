import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of this app to its end, as `pnpm NAME …` does. */
export async function runCommand(
  name:
    | 'backup'
    | 'backup-key'
    | 'restore'
    | 'demo'
    | 'replay'
    | 'bench'
    | 'questionnaire'
    | 'torture'
    | 'verify'
    | 'verify-anonymity'
    | 'rebuild-tallies'
    | 'recover-officer',
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', `apps/demo/src/${name}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}
