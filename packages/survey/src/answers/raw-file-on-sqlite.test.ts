import { existsSync, readFileSync } from 'node:fs'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import {
  closeAtOnce,
  type InvitationRow,
  invitations,
  openedWave,
  type SqliteSurvey,
  submit,
  surveyOnSqlite,
  tokens,
} from '../testing/survey-world.ts'
import { remindWave } from '../waves/remind-wave.ts'
import { correctAnswer } from './correct-answer.ts'
import { newReceipt, receiptHash } from './receipt.ts'
import { saveDraft } from './save-draft.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

/** All bytes of the database on disk: file and log. */
const rawBytes = ({ database: { file } }: SqliteSurvey): Buffer =>
  Buffer.concat([file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)))

/** Every position of `needle`. */
function positions(bytes: Buffer, needle: Uint8Array): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found.push(at)
  return found
}

/** The last three column types in the header of an invitation's record: cell, generation, answered (0 is NULL). */
const lastTypes = (bytes: Buffer, { id, wave_id, traveler_id }: InvitationRow): number[][] =>
  positions(bytes, Buffer.from(id + wave_id + traveler_id)).map((at) => [...bytes.subarray(at - 3, at)])

interface Arrived {
  /** The stored values, which are different for each answer. */
  readonly values: Buffer
  readonly comment: string
  readonly receipt: string
}

/** Sends 150 answers one at a time, and returns the content of each. */
async function answersInOrder(world: SqliteSurvey, links: readonly string[]): Promise<Arrived[]> {
  const arrived: Arrived[] = []
  for (const [n, token] of links.slice(0, 150).entries()) {
    const receipt = newReceipt(systemTokens)
    const comment = `remark-${String(n).padStart(4, '0')}`
    const [overall = '', trust = '', notice = '', security = ''] = n.toString(5).padStart(4, '0')
    const values = { overall, trust, notice, security }
    const rated = Object.fromEntries(Object.entries(values).map(([item, digit]) => [item, String(Number(digit) + 1)]))
    await submit(world, token, { ...rated, improve: comment }, receipt)
    const row = await world.database.query.get<{ values: string }>('SELECT "values" FROM answer WHERE key = @key', {
      key: receiptHash(world.ports.keyring, receipt),
    })
    if (row) arrived.push({ values: Buffer.from(row.values), comment, receipt })
  }
  return arrived
}

test('after the close neither file nor log contains a link, receipt, respondent, draft, order, or a comment beside its answer', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 300)
  const links = await tokens(world)
  // Some save drafts first, and some of them never send.
  for (const token of [...links.slice(0, 20), ...links.slice(200, 220)])
    await saveDraft(world.ports, { token, fields: { overall: '3', improve: 'begun' } })
  const drafts = await world.database.query.all<{ sealed: Uint8Array }>('SELECT sealed FROM draft')
  const arrived = await answersInOrder(world, links)
  for (const day of ['2026-07-02', '2026-07-06']) {
    await world.database.write((query) => query.run(`UPDATE letter SET state = 'sent', sent_at = 0`))
    world.setNow(`${day}T01:00:00Z`)
    await remindWave(world.ports, { period: '2026-H1' })
  }
  expect([arrived.length, drafts.length]).toEqual([150, 40])

  // The open wave does reveal all of it, so that the test can fail.
  const open = rawBytes(world)
  const rows = await invitations(world)
  expect(new Set(rows.flatMap((row) => lastTypes(open, row).map((types) => types[2])))).toEqual(new Set([8, 9]))
  expect(positions(open, receiptHash(world.ports.keyring, arrived[0]?.receipt ?? '')).length).toBeGreaterThan(0)
  for (const trace of ['reminder:', 'last-reminder:']) expect(open.includes(trace)).toBe(true)
  const begun = (bytes: Buffer) =>
    drafts.filter(({ sealed }) => bytes.includes(Buffer.from(sealed).subarray(0, 64))).length
  // Travelers who sent an answer have no draft.
  expect(begun(open)).toBeGreaterThanOrEqual(20)

  await closeAtOnce(world, '2026-H1')
  // The pages of the dropped tables were removed, not only overwritten.
  expect(world.database.connections.writer.pragma('freelist_count', { simple: true })).toBe(0)
  const closed = rawBytes(world)
  for (const token of links) {
    expect(closed.includes(token)).toBe(false)
    expect(closed.includes(Buffer.from(token, 'base64url').subarray(17))).toBe(false)
  }
  expect(begun(closed)).toBe(0)
  for (const { values, comment, receipt } of arrived) {
    expect(closed.includes(Buffer.from(receiptHash(world.ports.keyring, receipt)))).toBe(false)
    expect(closed.includes(receipt)).toBe(false)
    // The comment is in the file at least once, never near the record of its answer.
    const [at] = positions(closed, values)
    expect(at).toBeDefined()
    expect(positions(closed, Buffer.from(comment)).length).toBeGreaterThan(0)
    for (const place of positions(closed, values)) {
      expect(closed.subarray(place, place + 150).includes(comment)).toBe(false)
    }
  }
  for (const row of rows) {
    const found = lastTypes(closed, row)
    expect(found.length).toBeGreaterThan(0)
    for (const types of found) expect(types).toEqual([0, 0, 0])
  }
  expect(closed.includes('reminder:')).toBe(false)
  for (const kind of ['survey-reminder', 'survey-last-reminder']) expect(closed.includes(kind)).toBe(false)
})

test('answers and comments are not stored in the order of arrival', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 200)
  const arrived = await answersInOrder(world, await tokens(world))
  await closeAtOnce(world, '2026-H1')
  const bytes = rawBytes(world)
  const place = (needle: Uint8Array) => positions(bytes, needle)[0] ?? Number.NaN
  const answers = arrived.map(({ values }) => place(values))
  const comments = arrived.map(({ comment }) => place(Buffer.from(comment)))
  // The rank correlation of 150 values in random order is within 0.4 in all but one of a million runs.
  expect(Math.abs(rankCorrelation(answers))).toBeLessThan(0.4)
  expect(Math.abs(rankCorrelation(comments))).toBeLessThan(0.4)
})

test('after the close no byte contains a corrected or withdrawn answer', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 3)
  const [first = '', second = ''] = await tokens(world)
  const [corrected, withdrawn] = [newReceipt(systemTokens), newReceipt(systemTokens)]
  await submit(world, first, { overall: '4', improve: 'words-taken-back' }, corrected)
  await submit(world, second, { overall: '4', improve: 'words-withdrawn' }, withdrawn)
  expect(rawBytes(world).includes('words-taken-back')).toBe(true)
  const correction = { receipt: corrected, locale: 'en', fields: { overall: '4', improve: 'words-kept' } } as const
  expect((await correctAnswer(world.ports, correction)).ok).toBe(true)
  expect((await withdrawAnswer(world.ports, { receipt: withdrawn })).ok).toBe(true)
  await closeAtOnce(world, '2026-H1')
  const closed = rawBytes(world)
  expect(['words-kept', 'words-taken-back', 'words-withdrawn'].map((words) => closed.includes(words))).toEqual([
    true,
    false,
    false,
  ])
})

/** Spearman's rank correlation of the positions with 0, 1, 2 … */
function rankCorrelation(places: readonly number[]): number {
  const ranks = new Map(places.toSorted((a, b) => a - b).map((at, rank) => [at, rank]))
  const n = places.length
  expect(ranks.size).toBe(n)
  const squares = places.reduce((sum, at, index) => sum + ((ranks.get(at) ?? 0) - index) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}
