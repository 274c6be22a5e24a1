import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadQuery } from '@wayproof/database/query/query'
import { openAt, placeOf } from '@wayproof/database/testing/database-at'
import { answeredCount } from '@wayproof/survey/answers/add-up-counters'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { countOf, openedWave } from '@wayproof/survey/testing/survey-world'
import { eraseTraveler } from '@wayproof/survey/travelers/erase-traveler'
import { expect, onTestFinished, test } from 'vitest'
import { digestsOf } from '../table-stream/copy-tables.ts'
import { readSqliteFile } from '../table-stream/read-sqlite-file.ts'
import { takeManifest } from './manifest.ts'
import { headerOf, openSealedFile } from './sealed-file.ts'
import { type BackedUp, backedUpServer, emptyServer } from './testing/backed-up-world.ts'

/** More of them take minutes: `LIVE_BACKUPS=20`. */
const BACKUPS = Number(process.env.LIVE_BACKUPS ?? 3)
const TRAVELERS = 1_500 + 500 * BACKUPS
const answering = fileURLToPath(new URL('testing/answering-process.ts', import.meta.url))

/** Tables that a restore changes: it holds letters, writes an entry and replays the journal. */
const REPLAYED = new Set(
  'installation letter audit_entry suppression traveler invitation deletion_proof survey_instance'.split(' '),
)

async function openedDigests({ keys }: BackedUp, backup: string) {
  const copy = `${backup}.opened`
  const line = headerOf(backup)
  if (!line || openSealedFile(backup, copy, keys, line) !== 'opened') throw new Error('not opened')
  takeManifest(copy)
  return readSqliteFile(copy, digestsOf)
}

async function checkedAnswers({ get }: ReadQuery): Promise<number> {
  const count = async (from: string) => (await get<{ n: number }>(`SELECT count(*) AS n FROM ${from}`))?.n
  // A transaction is in the backup completely or not at all.
  const answers = await count('answer')
  expect(await get(`SELECT ${answeredCount('wave')} AS n FROM wave`)).toEqual({ n: answers })
  expect(await count('coded_comment WHERE NOT EXISTS (SELECT 1 FROM comment WHERE key = comment_key)')).toBe(0)
  return answers ?? 0
}

test(`${BACKUPS} backups made while answers are written can all be restored completely, without anybody who left`, async () => {
  const world = await backedUpServer()
  await openedWave(world, TRAVELERS)
  const writer = spawn(process.execPath, ['--import', 'tsx', answering, placeOf(world.database), world.keyFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void writer.kill('SIGKILL'))
  await once(writer.stdout, 'data')
  writer.stdout.resume()
  const answers = () => countOf(world, 'answer')
  const backups: string[] = []
  for (let n = 0; n < BACKUPS; n += 1) {
    backups.push(await world.backup(`${n}.backup`))
    const token = unsubscribeToken(world.ports.keyring, `traveler-${n + 1}@example.com`)
    expect(await unsubscribe(world.ports, { token })).toMatchObject({ ok: true })
    expect(await eraseTraveler(world.ports, { customerNumber: `C-${1_000 + n}` })).toMatchObject({ ok: true })
    const before = await answers()
    await expect.poll(answers, { interval: 5 }).toBeGreaterThan(before)
  }
  expect(writer.exitCode).toBe(null)
  writer.kill('SIGTERM')
  expect(await once(writer, 'exit')).toEqual([0, null])

  const counts: number[] = []
  for (const [n, backup] of backups.entries()) {
    const place = await emptyServer()
    expect(await world.restore(backup, { database: place, dataFolder: join(world.folder, `${n}`) })).toMatchObject({
      ok: true,
      value: { unreadable: 0, unsubscribed: 2 * (BACKUPS - n), erased: BACKUPS - n },
    })
    const restored = openAt(place.engine === 'postgresql' ? place.url : '')
    counts.push(await checkedAnswers(restored.query))
    const left = `SELECT customer_number AS number FROM traveler WHERE email_key IN (SELECT email_key FROM suppression
      WHERE reason = 'erased') OR customer_number LIKE 'C-10%' AND length(customer_number) = 6`
    const stayed = await restored.query.all<{ number: string }>(left)
    expect(stayed.filter(({ number }) => Number(number.slice(2)) < 1_000 + BACKUPS)).toEqual([])
    expect(await restored.query.get("SELECT count(*) AS n FROM suppression WHERE reason = 'unsubscribed'")).toEqual({
      n: BACKUPS,
    })
    const [there, here] = [await openedDigests(world, backup), await restored.readSnapshot(digestsOf)]
    for (const [table, digest] of there)
      if (!REPLAYED.has(table)) expect([table, here.get(table)]).toEqual([table, digest])
    await restored.close()
  }
  expect(counts.every((count, n) => n === 0 || count >= (counts[n - 1] ?? 0))).toBe(true)
  expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0)
}, 900_000)
