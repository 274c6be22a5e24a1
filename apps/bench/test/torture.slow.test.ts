import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { commandFile, type Ended, runCommand } from '@wayproof/command-line/testing/run-command'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { describe, expect, inject, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const lastLine = ({ stdout }: Ended): unknown => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')

function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-tortured-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Runs a torture on the engine of the run with its work folder in a new folder, and expects that nothing is left there. */
async function torture(args: readonly string[]): Promise<Ended> {
  const folder = emptyFolder()
  const database = inject('engine') === 'postgresql' ? ['--database', await emptyDatabase()] : []
  const result = await runCommand('torture', [...args, ...database, '--json'], { TMPDIR: folder })
  expect(readdirSync(folder).filter((name) => name.startsWith('wayproof-'))).toEqual([])
  return result
}

function groupLives(leader: number): boolean {
  try {
    return process.kill(-leader, 0)
  } catch {
    return false
  }
}

// A killed scheduler's letters wait for its lease, by default a minute, most of which the test would wait.
test('no letter is lost with a faulty mail server and a scheduler that is killed', async () => {
  const result = await torture(['letters', '--recipients', '200', '--kills', '3', '--lease', '6'])
  expect(result.stderr).toContain('Kill 3 of 3')
  expect(result.code, result.stderr).toBe(0)
  const counts = lastLine(result) as { duplicates: number }
  expect(counts).toEqual({ recipients: 200, kills: 3, lost: 0, duplicates: counts.duplicates })
  expect(counts.duplicates).toBeLessThanOrEqual(15)
}, 400_000)

test('without kills, every recipient gets exactly one letter', async () => {
  const result = await torture(['letters', '--recipients', '200', '--kills', '0', '--sink', 'clean'])
  expect(result.code, result.stderr).toBe(0)
  expect(lastLine(result)).toEqual({ recipients: 200, kills: 0, lost: 0, duplicates: 0 })
})

test('a survey that is killed keeps every answer that it acknowledged', async () => {
  const result = await torture(['answers', '--recipients', '200', '--kills', '3'])
  expect(result.stderr).toContain('Kill 3 of 3')
  expect(result.code, result.stderr).toBe(0)
  expect(lastLine(result)).toEqual({ acknowledged: 200, kills: 3, lost: 0 })
})

test('Ctrl-C ends a torture run, its apps and its folder', async () => {
  const folder = emptyFolder()
  const child = spawn(process.execPath, ['--import', 'tsx', commandFile('torture'), 'letters'], {
    cwd: root,
    env: { ...process.env, LANG: 'en', TMPDIR: folder },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stderr.on('data', (chunk) => (output += chunk))
  for (let attempt = 0; attempt < 1200 && !output.includes('Kill 1 of'); attempt++) await wait(50)
  expect(output).toContain('Kill 1 of 20')
  // A terminal signals the whole group, including the apps.
  process.kill(-child.pid!, 'SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
  expect(readdirSync(folder).filter((name) => name.startsWith('wayproof-'))).toEqual([])
  for (let attempt = 0; attempt < 100 && groupLives(child.pid!); attempt++) await wait(50)
  expect(groupLives(child.pid!)).toBe(false)
})

describe.each([
  ['en', 'whole number from 0 to 100', 'Usage'],
  ['zh_CN.UTF-8', '0 至 100', '用法'],
])('in %s', (LANG, count, usage) => {
  test('a wrong command line is refused with its fault and the usage, and nothing is started', async () => {
    const result = await runCommand('torture', ['letters', '--kills', '101'], { LANG, LC_ALL: LANG })
    expect(result.code).toBe(2)
    expect(result.stdout).toBe('')
    expect(result.stderr).toContain(count)
    expect(result.stderr).toContain(usage)
  })

  test('--help says how duplicates are counted', async () => {
    const result = await runCommand('torture', ['--help'], { LANG, LC_ALL: LANG })
    expect(result.code).toBe(0)
    expect(result.stdout).toContain(usage)
    expect(result.stdout).toContain('duplicates')
  })
})
