import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import { type ProcessEnd, startScript } from '@wayproof/local-stack/processes/app-process'
import type { AppName } from '@wayproof/local-stack/processes/node-options'
import { expect, onTestFinished, test } from 'vitest'
import { type SupervisedApps, superviseApps } from './supervise-apps.ts'

const forever = `console.log('ready'); setInterval(() => {}, 1000)`

/** Supervises real processes that run `sources`, and records what was reported. */
function supervising(sources: Readonly<Record<AppName, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-supervise-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const started: { name: AppName; pid: number }[] = []
  const ends: { name: AppName; end: ProcessEnd; delay: number | null }[] = []
  const unusable: AppName[] = []
  let now = 0
  const apps: SupervisedApps = {
    names: ['reporting', 'survey', 'scheduler'],
    start: (name) => {
      const script = join(folder, `${name}.mjs`)
      writeFileSync(script, sources[name])
      const process = { ...startScript(script, {}, join(folder, 'log'), null, []), name }
      started.push({ name, pid: process.pid })
      return process
    },
    monotonic: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds
    },
    onEnd: (name, end, { delay }) => ends.push({ name, end, delay }),
    onUnusableSettings: (name) => unusable.push(name),
  }
  const stop = Promise.withResolvers<void>()
  return { finished: superviseApps(apps, stop.promise), started, ends, unusable, stop: () => stop.resolve() }
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('an app that is killed is restarted, the others run on, and the cause of its end is reported', async () => {
  const { finished, started, ends, stop } = supervising({ reporting: forever, survey: forever, scheduler: forever })
  await expect.poll(() => started.length).toBe(3)
  const survey = started.find(({ name }) => name === 'survey')
  process.kill(survey?.pid ?? 0, 'SIGKILL')
  await expect.poll(() => started.map(({ name }) => name)).toEqual(['reporting', 'survey', 'scheduler', 'survey'])
  expect(ends).toEqual([{ name: 'survey', end: { code: null, signal: 'SIGKILL' }, delay: 1_000 }])
  stop()
  expect(await finished).toBe('stopped')
  expect(started.filter(({ pid }) => isRunning(pid))).toEqual([])
})

test('an app that ends five times in ten minutes is given up, and the others are stopped', async () => {
  const { finished, started, ends } = supervising({ reporting: forever, survey: 'process.exit(3)', scheduler: forever })
  expect(await finished).toBe('given-up')
  expect(ends.map(({ name, end, delay }) => [name, end.code, delay])).toEqual([
    ['survey', 3, 1_000],
    ['survey', 3, 2_000],
    ['survey', 3, 4_000],
    ['survey', 3, 8_000],
    ['survey', 3, null],
  ])
  expect(started.filter(({ pid }) => isRunning(pid))).toEqual([])
})

const unusableSettings = `process.exit(${UNUSABLE_SETTINGS})`

test('an app with wrong settings is not restarted, and the others run on', async () => {
  const { finished, ends, unusable, started, stop } = supervising({
    reporting: forever,
    survey: unusableSettings,
    scheduler: forever,
  })
  await expect.poll(() => unusable).toEqual(['survey'])
  const scheduler = started.find(({ name }) => name === 'scheduler')?.pid ?? 0
  process.kill(scheduler, 'SIGKILL')
  await expect.poll(() => started.map(({ name }) => name)).toEqual(['reporting', 'survey', 'scheduler', 'scheduler'])
  expect(ends.map(({ name }) => name)).toEqual(['scheduler'])
  expect(started.filter(({ pid }) => isRunning(pid)).map(({ name }) => name)).toEqual(['reporting', 'scheduler'])
  stop()
  expect(await finished).toBe('stopped')
})

test('the supervision ends once no app can start with its settings', async () => {
  const { finished, unusable } = supervising({
    reporting: unusableSettings,
    survey: unusableSettings,
    scheduler: unusableSettings,
  })
  expect(await finished).toBe('unusable-settings')
  expect(unusable.toSorted()).toEqual(['reporting', 'scheduler', 'survey'])
})
