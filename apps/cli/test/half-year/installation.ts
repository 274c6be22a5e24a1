import { chmodSync, chownSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { addDays, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { moveServerClock } from '@wayproof/local-stack/testing/move-server-clock'
import { movedClockFile } from '@wayproof/local-stack/testing/moved-clock-file'
import { expect, inject } from 'vitest'
import { type MadeRelease, type ReleasedProcess, startReleased } from '../made-release.ts'

const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000
/** A user who can read no folder of other people. */
const NOBODY = 65_534

/** An installation of a release, whose processes see the time of the test. */
export interface Installation {
  readonly folder: string
  readonly reportingUrl: string
  /** `wayproof …`: without a program in PATH, and as another user. */
  start(...args: readonly string[]): ReleasedProcess
  /** Runs a command to its end; `settings` replace some. */
  run(
    args: readonly string[],
    settings?: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: unknown; readonly output: string }>
  /** Settings of an empty place beside the first one, for a restored copy. */
  secondPlace(): Promise<Readonly<Record<string, string>>>
  /** One minute past an hour of a day for every process; resolves when the calendar has run at that time. */
  liveUntil(day: string, hour: number): Promise<void>
  /** A run of the calendar at 10:01 every `step` days, by default each day, after the last one up to and including `day`. */
  liveThrough(day: string, step?: number): Promise<void>
  /** Addresses of other machines that a process tried to reach. */
  otherMachines(): string
  /** Sets the clock without waiting for a scheduler. */
  setClock(day: string, hour: number): Promise<void>
}

export async function prepareInstallation(made: MadeRelease, smtpPort: number): Promise<Installation> {
  const folder = join(made.work, 'lived')
  const inFolder = (name: string) => join(folder, name)
  for (const name of ['', 'data', 'restored', 'backups', 'tmp']) mkdirSync(inFolder(name))
  copyFileSync(movedClockFile, inFolder('moved-clock.mjs'))
  for (const name of ['clock', 'other-machines']) writeFileSync(inFolder(name), '')
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    chmodSync(made.work, 0o755)
    for (const name of ['', ...readdirSync(folder)]) chownSync(inFolder(name), NOBODY, NOBODY)
  }
  const isServer = inject('engine') === 'postgresql'
  const databaseUrl = isServer ? await emptyDatabase() : null
  const moveServer = databaseUrl === null ? async () => {} : await moveServerClock(databaseUrl)
  const ports: number[] = []
  for (const wanted of [4760, 4770, 4780]) ports.push(await onFreePort(wanted, async (port) => port))
  const [survey, reporting, scheduler] = ports
  const settings = {
    PATH: '',
    HOME: inFolder('no-home'),
    TMPDIR: inFolder('tmp'),
    DATA_DIR: inFolder('data'),
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    BACKUP_DIR: inFolder('backups'),
    WAVE_KEY_DIR: inFolder('wave-keys'),
    TIME_ZONE: ZONE,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SURVEY_PORT: String(survey),
    SURVEY_URL: `http://127.0.0.1:${survey}`,
    REPORTING_PORT: String(reporting),
    REPORTING_URL: `http://127.0.0.1:${reporting}`,
    SCHEDULER_PORT: String(scheduler),
    NODE_OPTIONS: `--import=${inFolder('moved-clock.mjs')}`,
    MOVED_CLOCK: inFolder('clock'),
    OTHER_MACHINES: inFolder('other-machines'),
  }
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const place = { cwd: folder, ...owner }
  let livedThrough = ''
  const setClock = async (day: string, hour: number) => {
    livedThrough = day
    const ahead = momentOn(day, hour, ZONE) + MINUTE - Date.now()
    await moveServer(ahead)
    writeFileSync(inFolder('clock'), String(ahead))
  }
  const liveUntil = async (day: string, hour: number) => {
    await setClock(day, hour)
    // Each process reads its clock every 20 ms; from then on the scheduler is not ready until its calendar has run.
    await wait(100)
    const ready = async () =>
      (await fetch(`http://127.0.0.1:${scheduler}/health/ready`).catch(() => null))?.status === 200
    await expect.poll(ready, { interval: 30 }).toBe(true)
  }
  return {
    folder,
    reportingUrl: settings.REPORTING_URL,
    start: (...args) => startReleased(made, args, settings, place),
    secondPlace: async () =>
      isServer
        ? { DATABASE_URL: await emptyDatabase() }
        : { DATA_DIR: inFolder('restored'), KEY_FILE: inFolder('data/wayproof.key') },
    run: async (args, others = {}) => {
      const { ended, output } = startReleased(made, args, { ...settings, ...others }, place)
      const [code] = await ended()
      return { code, output: output() }
    },
    setClock,
    liveUntil,
    liveThrough: async (day, step = 1) => {
      while (livedThrough < day) await liveUntil([addDays(livedThrough, step), day].toSorted()[0] ?? day, 10)
    },
    otherMachines: () => readFileSync(inFolder('other-machines'), 'utf8'),
  }
}
