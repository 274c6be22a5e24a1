import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The file that `pnpm NAME` runs. */
export function commandFile(name: string): string {
  const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
  const [, file] = /tsx (apps\/\S+)$/.exec(scripts[name] ?? '') ?? []
  if (!file) throw new Error(`no command is named ${name}`)
  return file
}

/** Runs a command to its end, as `pnpm NAME …` does. */
export async function runCommand(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', commandFile(name), ...args], {
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
