import { dirname, join } from 'node:path'
import { type DatabasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import { isFilled } from '@wayproof/database/installation/is-filled'
import { openAt } from '@wayproof/database/testing/database-at'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { timing } from '@wayproof/database/testing/timing'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds } from '@wayproof/kernel/system'
import { closeAtOnce, openedWave, submit, tokens } from '@wayproof/survey/testing/survey-world'
import { newTrial } from '@wayproof/survey/trial/testing/new-trial'
import { trialStore } from '@wayproof/survey/trial/trial-store'
import { isAnonymous } from '@wayproof/survey/waves/anonymity'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { attackAnonymity } from '../anonymity/attack-anonymity.ts'
import { attackPostgresql } from '../anonymity/postgresql/attack-postgresql.ts'
import { backedUpWorld, emptyServer, fileAt } from '../backup/testing/backed-up-world.ts'
import { openDatabase } from '../store/open-database.ts'
import { type MoveRequest, moveDatabase } from './move-database.ts'

const keyBinding = { databaseId: null, remember: () => undefined }
const NOW = Date.parse('2026-08-02T00:00:00Z')
const deps = {
  keyring: keyring(new Uint8Array(32).fill(5)),
  keyBinding,
  clock: { now: () => NOW },
  ids: systemIds,
  sleep: timing.sleep,
}

const move = (from: DatabasePlace, to: DatabasePlace, change: Partial<MoveRequest> = {}) =>
  moveDatabase({ ...deps, from, to, progress: () => {}, ...change })

/** An installation on a file with one wave of 30 answers, anonymous if `closed`. No app uses it. */
async function installation({ closed = true } = {}): Promise<DatabasePlace> {
  const world = await backedUpWorld()
  await openedWave(world, 60)
  for (const token of (await tokens(world)).slice(0, 30)) await submit(world, token, { overall: '4' })
  world.setNow('2026-08-01T02:00:00Z')
  if (closed) await closeAtOnce(world, '2026-H1')
  await world.database.close()
  return fileAt(world.database.file)
}

const newFile = () => fileAt(join(dirname(temporaryFile()), 'moved', 'wayproof.db'))

function opened(place: DatabasePlace) {
  const database = openAt(place.engine === 'sqlite' ? `file:${place.file}` : place.url)
  onTestFinished(() => database.close())
  return database
}

test('an installation moves to a server and back with every row, and the old databases no longer open', async () => {
  const [file, server, back] = [await installation(), await emptyServer(), newFile()]
  const there = await move(file, server)
  expect(there).toMatchObject({ ok: true, value: { resumed: false } })
  await expect(openDatabase(file, deps)).rejects.toMatchObject({ code: 'moved-away', detail: nameOfPlace(server) })
  const again = await move(server, back)
  expect(again).toMatchObject({ ok: true, value: { resumed: false } })
  await expect(openDatabase(server, deps)).rejects.toMatchObject({ code: 'moved-away', detail: nameOfPlace(back) })
  if (!there.ok || !again.ok) throw new Error('not moved')
  // The second move adds its entry to the audit log.
  const same = [...there.value.tables].filter(([table]) => table !== 'audit_entry')
  expect([...again.value.tables].filter(([table]) => table !== 'audit_entry')).toEqual(same)
  expect(again.value.rows).toBe(there.value.rows + 1)
  const acts = "SELECT count(*) AS n FROM audit_entry WHERE act = 'move-begun'"
  const { database } = await openDatabase(back, deps)
  expect(await database.query.get(acts)).toEqual({ n: 2 })
  await database.close()
})

test('an anonymous wave stays anonymous on the server and on the file', async () => {
  const [file, server, back] = [await installation(), await emptyServer(), newFile()]
  await move(file, server)
  const database = opened(server)
  if (database.engine !== 'postgresql' || back.engine !== 'sqlite') throw new Error('another engine')
  const [onServer] = await attackPostgresql(database, { now: NOW })
  await database.close()
  await move(server, back)
  const [onFile] = attackAnonymity({ file: back.file, now: NOW })
  for (const wave of [onServer, onFile]) {
    expect(wave).toMatchObject({ status: 'unlinked', answers: 30, tied: 0, respondentsKnown: 0 })
    expect(wave && isAnonymous(wave)).toBe(true)
  }
})

test('the leftovers of a killed deployment check do not prevent a move, and are removed from the new database', async () => {
  const { database, ports } = await backedUpWorld()
  await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const trialDeps = { ...deps, waveKeys: undefined, encryptsAnswers: false }
  expect(await trialStore(database, trialDeps).begin(newTrial(NOW))).toMatchObject({ ok: true })
  await database.close()
  const server = await emptyServer()
  expect(await move(fileAt(database.file), server)).toMatchObject({ ok: true })
  expect(await trialStore(opened(server), trialDeps).remove(NOW)).toBe(1)
})

test('a move is refused while a wave is open', async () => {
  const [file, server] = [await installation({ closed: false }), await emptyServer()]
  expect(await move(file, server)).toEqual({
    ok: false,
    fault: { code: 'wave-not-anonymous', figures: { name: '2026-H1' } },
  })
  expect(await isFilled(server)).toBe(false)
})

test('a move is refused while an app uses the old database, on either engine', async () => {
  const [file, server] = [await installation(), await emptyServer()]
  const app = opened(file)
  await app.query.all('SELECT 1 FROM wave')
  expect(await move(file, server)).toMatchObject({
    fault: { code: 'apps-running', figures: { name: nameOfPlace(file) } },
  })
  await app.close()
  expect(await move(file, server)).toMatchObject({ ok: true })
  const other = opened(server)
  await other.query.all('SELECT 1 FROM wave')
  expect(await move(server, newFile())).toMatchObject({ fault: { code: 'apps-running' } })
})

test('a move is refused to a place that another installation uses', async () => {
  const [file, other] = [await installation(), await installation()]
  const filled = { fault: { code: 'target-filled', figures: { name: nameOfPlace(other) } } }
  expect(await move(file, other)).toMatchObject(filled)
  const server = await emptyServer()
  await move(other, server)
  expect(await move(file, server)).toMatchObject({ fault: { code: 'target-filled' } })
  const { database } = await openDatabase(file, deps)
  expect(await database.query.get("SELECT count(*) AS n FROM audit_entry WHERE act = 'move-begun'")).toEqual({ n: 0 })
  await database.close()
})

test('a move that fails in its middle leaves the old database usable and the new one empty, and is repeated', async () => {
  const [file, server, back] = [await installation(), await emptyServer(), newFile()]
  const failing = (table: string) => {
    if (table === 'letter') throw new Error('ended')
  }
  await expect(move(file, server, { progress: failing })).rejects.toThrow('ended')
  expect(await isFilled(server)).toBe(false)
  expect(await move(file, server)).toMatchObject({ ok: true, value: { resumed: false } })
  await expect(move(server, back, { progress: failing })).rejects.toThrow('ended')
  expect(await isFilled(back)).toBe(false)
  expect(await move(server, back)).toMatchObject({ ok: true, value: { resumed: false } })
})

/** Moves a file to a server and removes the mark, as if the move had been killed just before it. */
async function moveWithoutMark(file: DatabasePlace, server: DatabasePlace): Promise<void> {
  const connection = new SQLite(nameOfPlace(file))
  const id = connection.prepare('SELECT database_id FROM installation').pluck().get()
  connection.close()
  await move(file, server)
  const marked = new SQLite(nameOfPlace(file))
  marked.prepare('UPDATE installation SET database_id = ?').run(id)
  marked.close()
}

test('a move that was killed before the mark is completed', async () => {
  const [file, server] = [await installation(), await emptyServer()]
  await moveWithoutMark(file, server)
  expect(await move(file, server)).toMatchObject({ ok: true, value: { resumed: true } })
  await expect(openDatabase(file, deps)).rejects.toMatchObject({ code: 'moved-away' })
})

test('a move that was killed before the mark is refused once the new database was used', async () => {
  const [file, server] = [await installation(), await emptyServer()]
  await moveWithoutMark(file, server)
  const { database } = await openDatabase(server, deps)
  await database.write((query) => query.run('UPDATE register_revision SET revision = revision + 1'))
  await database.close()
  expect(await move(file, server)).toMatchObject({ fault: { code: 'target-filled' } })
  await (await openDatabase(file, deps)).database.close()
})
