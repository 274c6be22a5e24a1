import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  closeAtOnce,
  openedWave,
  type SqliteSurvey,
  submit,
  surveyOnSqlite,
  tokens,
} from '@wayproof/survey/testing/survey-world'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeCopyFolder, removeLeftCopies } from './copy-folder.ts'

const MEGABYTE = 1 << 20
const program = ['--import', 'tsx', fileURLToPath(new URL('testing/attacking-process.ts', import.meta.url))]

/** An unlinked wave in a file with much other content. */
async function largeWorld(megabytes: number): Promise<SqliteSurvey> {
  const world = await surveyOnSqlite()
  await openedWave(world, 60)
  for (const [n, token] of (await tokens(world)).slice(0, 20).entries())
    await submit(world, token, { overall: String((n % 5) + 1), improve: `t${n}` })
  await closeAtOnce(world, '2026-H1')
  const { writer } = world.database.connections
  writer.exec('CREATE TABLE much_else (bytes BLOB)')
  const add = writer.prepare('INSERT INTO much_else VALUES (zeroblob(?))')
  for (let n = 0; n < megabytes; n += 20) add.run(20 * MEGABYTE)
  writer.pragma('wal_checkpoint(TRUNCATE)')
  return world
}

/** Paths of the files beside a database. */
const beside = (file: string) =>
  readdirSync(dirname(file))
    .filter((name) => ![basename(file), `${basename(file)}-wal`, `${basename(file)}-shm`].includes(name))
    .map((name) => join(dirname(file), name))

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

interface Seen {
  readonly found: WaveAnonymity
  /** Turns of the event loop during the search. */
  readonly turns: number
  readonly peakMegabytes: number
}

test('a large file is verified with little memory, while the event loop stays free', async () => {
  const { file } = (await largeWorld(460)).database
  const { stdout } = await promisify(execFile)(process.execPath, [...program, file])
  const seen = JSON.parse(stdout) as Seen
  expect(seen.found).toMatchObject({ status: 'unlinked', answers: 20, tied: 0, respondentsKnown: 0, draftsKnown: 0 })
  expect(seen.peakMegabytes).toBeLessThan(550)
  expect(seen.turns).toBeGreaterThan(20)
  expect(beside(file)).toEqual([])
})

test('the next attack deletes the copy of a killed process, and never one in use', async () => {
  const { file } = (await largeWorld(80)).database
  const killed = spawn(process.execPath, [...program, file])
  onTestFinished(() => void killed.kill('SIGKILL'))
  const copy = await vi.waitUntil(() => beside(file).find((path) => existsSync(join(path, 'now.db'))), 60_000)
  removeLeftCopies(file)
  expect(existsSync(join(copy, 'now.db'))).toBe(true)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  // Writes of the killed process may still be in progress.
  await wait(500)
  expect([mode(copy), mode(join(copy, 'now.db'))]).toEqual(['700', '600'])

  const { stdout } = await promisify(execFile)(process.execPath, [...program, file])
  expect((JSON.parse(stdout) as Seen).found).toMatchObject({ status: 'unlinked', tied: 0 })
  expect(beside(file)).toEqual([])
})

test('two concurrent attacks do not delete each other’s copies', async () => {
  const { file } = (await largeWorld(20)).database
  const [mine, other] = [makeCopyFolder(file), makeCopyFolder(file)]
  removeLeftCopies(file)
  expect(beside(file).toSorted()).toEqual([mine.path, other.path].toSorted())
  mine.remove()
  removeLeftCopies(file)
  expect(beside(file)).toEqual([other.path])
  other.remove()
  expect(beside(file)).toEqual([])
})
