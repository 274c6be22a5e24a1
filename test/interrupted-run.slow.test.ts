import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folderOfRun } from './run-folder.ts'

const root = join(import.meta.dirname, '..')

/** Processes that were started in a run of tests: they inherit its folder as TMPDIR. */
const processesOf = (folder: string) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(`TMPDIR=${folder}`))
    .map((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' '))

function environmentOf(id: string): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/environ`, 'utf8').split('\0')
  } catch {
    // It has ended, or belongs to another user.
    return []
  }
}

test.each([
  ['an app', 'server/main.js', ['--project', 'journeys', 'executive-decides'], 'quick'],
  ['a browser', 'chromium', ['--project', 'journeys', 'executive-decides'], 'quick'],
  ['PostgreSQL', 'postgres', ['--project', 'source-postgresql', 'packages/scorecard/src/rules'], 'all'],
])('Ctrl-C while %s runs leaves no process and no file', async (_, name, args, tier) => {
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: root,
    env: { ...process.env, TEST_TIER: tier },
    // A terminal sends Ctrl-C to all processes of the group.
    detached: true,
    stdio: 'ignore',
  })
  const { pid = 0 } = child
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL')
  })
  const folder = folderOfRun(pid)
  await expect.poll(() => processesOf(folder).join()).toContain(name)
  const ended = once(child, 'exit')
  process.kill(-pid, 'SIGINT')
  await ended
  await expect.poll(() => processesOf(folder)).toEqual([])
  expect(existsSync(folder)).toBe(false)
})
