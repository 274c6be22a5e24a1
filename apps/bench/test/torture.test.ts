import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { commandFile, type Ended, runCommand } from '@wayproof/command-line/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const lastLine = ({ stdout }: Ended): unknown => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')

function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-tortured-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Runs a torture with its work folder in a new folder, and expects that nothing is left there. */
async function torture(args: readonly string[]): Promise<Ended> {
  const folder = emptyFolder()
  const ended = await runCommand('torture', [...args, '--json'], { TMPDIR: folder })
  expect(readdirSync(folder).filter((name) => name.startsWith('wayproof-'))).toEqual([])
  return ended
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
  const ended = await torture(['letters', '--recipients', '200', '--kills', '3', '--lease', '6'])
  expect(ended.stderr).toContain('Kill 3 of 3')
  expect(ended.code, ended.stderr).toBe(0)
  const result = lastLine(ended) as { duplicates: number }
  expect(result).toEqual({ recipients: 200, kills: 3, lost: 0, duplicates: result.duplicates })
  expect(result.duplicates).toBeLessThanOrEqual(15)
}, 400_000)

test('without kills, every recipient gets exactly one letter', async () => {
  const ended = await torture(['letters', '--recipients', '200', '--kills', '0', '--sink', 'clean'])
  expect(ended.code, ended.stderr).toBe(0)
  expect(lastLine(ended)).toEqual({ recipients: 200, kills: 0, lost: 0, duplicates: 0 })
})

test('a survey that is killed keeps every answer that it acknowledged', async () => {
  const ended = await torture(['answers', '--recipients', '200', '--kills', '3'])
  expect(ended.stderr).toContain('Kill 3 of 3')
  expect(ended.code, ended.stderr).toBe(0)
  expect(lastLine(ended)).toEqual({ acknowledged: 200, kills: 3, lost: 0 })
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
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  for (let tries = 0; tries < 1200 && !said.includes('Kill 1 of'); tries++) await wait(50)
  expect(said).toContain('Kill 1 of 20')
  // A terminal signals the whole group, including the apps.
  process.kill(-child.pid!, 'SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
  expect(readdirSync(folder).filter((name) => name.startsWith('wayproof-'))).toEqual([])
  for (let tries = 0; tries < 100 && groupLives(child.pid!); tries++) await wait(50)
  expect(groupLives(child.pid!)).toBe(false)
})

describe.each([
  ['en', 'whole number from 0 to 100', 'Usage'],
  ['zh_CN.UTF-8', '0 至 100', '用法'],
])('in %s', (LANG, count, usage) => {
  test('a wrong command line is refused with its fault and the usage, and nothing is started', async () => {
    const ended = await runCommand('torture', ['letters', '--kills', '101'], { LANG, LC_ALL: LANG })
    expect(ended.code).toBe(2)
    expect(ended.stdout).toBe('')
    expect(ended.stderr).toContain(count)
    expect(ended.stderr).toContain(usage)
  })

  test('--help says how duplicates are counted', async () => {
    const ended = await runCommand('torture', ['--help'], { LANG, LC_ALL: LANG })
    expect(ended.code).toBe(0)
    expect(ended.stdout).toContain(usage)
    expect(ended.stdout).toContain('duplicates')
  })
})
