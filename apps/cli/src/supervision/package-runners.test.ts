import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const module = fileURLToPath(new URL('package-runners.ts', import.meta.url))
const child = `
  import { packageRunners, oneHasEnded } from ${JSON.stringify(module)}
  const runners = packageRunners()
  console.log(JSON.stringify({ self: process.pid, runners: runners.map(({ pid }) => pid) }))
  setInterval(() => {}, 1000)
  await oneHasEnded(runners)
  process.exit(0)`

/** A runner (a shell) starts a shell whose environment it sets, and that starts the process under test. */
async function chain(withRunner: boolean) {
  const command = `"${process.execPath}" --input-type=module -e "$CHILD"; true`
  const { npm_lifecycle_event: _, ...clean } = process.env
  const shellCommand = withRunner ? `npm_lifecycle_event=start sh -c '${command.replaceAll("'", "'\\''")}'` : command
  const top = spawn('sh', ['-c', `${shellCommand}; true`], {
    env: { ...clean, CHILD: child },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(top.stdout, 'data')
  const processes: { self: number; runners: number[] } = JSON.parse(String(line))
  onTestFinished(() => {
    for (const pid of [processes.self, top.pid ?? 0]) if (isRunning(pid)) process.kill(pid, 'SIGKILL')
  })
  return { ...processes, top: top.pid ?? 0 }
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a process ends when the package runner above its shells is ended by a signal that they do not receive', async () => {
  const { self, runners, top } = await chain(true)
  expect(runners.at(-1)).toBe(top)
  expect(runners.length).toBeGreaterThanOrEqual(2)
  process.kill(top, 'SIGTERM')
  await expect.poll(() => isRunning(self)).toBe(false)
})

test('a process that no package runner started does not end with the shell above it', async () => {
  const { self, runners, top } = await chain(false)
  expect(runners).toEqual([])
  process.kill(top, 'SIGTERM')
  await expect.poll(() => isRunning(top)).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(isRunning(self)).toBe(true)
})
