import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines } from '@wayproof/database/testing/engines'
import { refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { describe, expect, test } from 'vitest'
import { CLOSES_AT, OPENED_AT, openWaveRows } from '../testing/open-wave-rows.ts'
import { answeredCount, withdrawnCount } from './add-up-counters.ts'
import { answerStore } from './answer-store.ts'
import type { NewAnswer } from './ports.ts'

const tokens = { bytes: (count: number) => randomBytes(count) }
const fault = (code: string) => ({ ok: false, fault: { code } })
const DONE = { ok: true, value: null }

const answerOf = (invitationId: string, change: Partial<NewAnswer> = {}): NewAnswer => ({
  invitationId,
  generation: 0,
  values: { overall: '4' },
  comment: null,
  language: 'en',
  receiptHash: randomBytes(16),
  at: OPENED_AT,
  day: '2026-07-01',
  ...change,
})

const count = async ({ query }: StoreDatabase, from: string): Promise<number> =>
  (await query.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`))?.n ?? 0

/** The counters of each wave, and its curve over days. */
async function counters({ query }: StoreDatabase) {
  const waves = await query.all(
    `SELECT id, ${answeredCount('wave')} AS answered, ${withdrawnCount('wave')} AS withdrawn FROM wave ORDER BY id`,
  )
  const days = await query.all(`SELECT wave_id AS wave, day, sum(answered) AS count FROM answer_counter WHERE day <> ''
    GROUP BY wave_id, day ORDER BY wave_id, day`)
  return { waves, days }
}

describe.each(engines)('answers on $engine', ({ open }) => {
  async function openedStore(people: number) {
    const database = await open()
    const ids = await openWaveRows(database, { people })
    return { database, ids, store: answerStore(database, { tokens }) }
  }

  test('an answer is stored without its link and counted, and the link is used', async () => {
    const { database, ids, store } = await openedStore(2)
    const answer = answerOf(ids[0], { comment: 'fine', values: { overall: '5', trust: 'dk' } })
    expect(await store.saveAnswer(answer)).toEqual(DONE)
    expect(await store.answerUnder(answer.receiptHash)).toMatchObject({
      values: { overall: '5', trust: 'dk' },
      comment: 'fine',
      wave: { period: '2026-H1', status: 'open', closesAt: CLOSES_AT },
    })
    expect(await store.invitation(ids[0])).toMatchObject({ answered: true, generation: 0, draft: null })
    expect(await store.invitation(ids[1] ?? '')).toMatchObject({ answered: false, wave: { id: '2026-H1' } })
    expect(await store.receiptKnown('2026-H1', answer.receiptHash)).toBe(true)
    expect(await counters(database)).toEqual({
      waves: [{ id: '2026-H1', answered: 1, withdrawn: 0 }],
      days: [{ wave: '2026-H1', day: '2026-07-01', count: 1 }],
    })
    const [row] = await database.query.all<object>('SELECT * FROM answer')
    expect(row).toMatchObject({ cell_id: 'cell', language: 'en' })
    expect(Object.keys(row ?? {})).toEqual(['wave_id', 'key', 'cell_id', 'values', 'comment', 'language', 'encrypted'])
  })

  test('a used, revoked, late, closed or unknown link stores neither answer nor draft', async () => {
    const { database, ids, store } = await openedStore(2)
    const [closed] = await openWaveRows(database, { period: '2025-H2', people: 1, status: 'closed' })
    const first = answerOf(ids[0])
    expect(await store.saveAnswer(first)).toEqual(DONE)
    expect(await store.saveAnswer(first)).toEqual(DONE)
    const refused: [string, Partial<NewAnswer>, string][] = [
      [ids[0], {}, 'link-used'],
      [ids[1] ?? '', { generation: 1 }, 'link-expired'],
      [ids[1] ?? '', { at: CLOSES_AT }, 'link-expired'],
      [closed, {}, 'wave-closed'],
      ['none', {}, 'link-unknown'],
    ]
    for (const [id, change, code] of refused) {
      expect(await store.saveAnswer(answerOf(id, change))).toEqual(fault(code))
      const draft = { invitationId: id, generation: 0, at: OPENED_AT, ...change, sealed: randomBytes(20) }
      expect(await store.saveDraft(draft)).toEqual(fault(code))
    }
    const { receiptHash } = first
    expect(await store.saveAnswer(answerOf(ids[1] ?? '', { receiptHash }))).toEqual(fault('receipt-invalid'))
    expect([await count(database, 'answer'), await count(database, 'draft')]).toEqual([1, 0])
    expect(await counters(database)).toMatchObject({ waves: [{ answered: 0 }, { answered: 1 }] })
  })

  test('a draft is shown, replaced, deleted, and deleted with the answer', async () => {
    const { database, ids, store } = await openedStore(2)
    const draft = (invitationId: string, sealed: Uint8Array | null) =>
      store.saveDraft({ invitationId, generation: 0, at: OPENED_AT, sealed })
    const shown = async (id: string) => (await store.invitation(id))?.draft
    for (const sealed of [randomBytes(30), randomBytes(30)]) {
      expect(await Promise.all(ids.map((id) => draft(id, sealed)))).toEqual([DONE, DONE])
      expect(await shown(ids[0])).toEqual(sealed)
    }
    expect(await draft(ids[0], null)).toEqual(DONE)
    expect(await shown(ids[0])).toBeNull()
    expect(await store.saveAnswer(answerOf(ids[1] ?? ''))).toEqual(DONE)
    expect(await count(database, 'draft')).toBe(0)
  })

  test('a correction replaces the answer, a withdrawal deletes it, and the curve remains', async () => {
    const { database, ids, store } = await openedStore(3)
    const [mine, other] = [answerOf(ids[0], { comment: 'long' }), answerOf(ids[1] ?? '')]
    await Promise.all([store.saveAnswer(mine), store.saveAnswer(other)])
    const correction = { ...mine, values: { overall: '1' }, comment: null }
    expect(await store.replaceAnswer(correction)).toEqual(DONE)
    expect(await store.answerUnder(mine.receiptHash)).toMatchObject({ values: { overall: '1' }, comment: null })
    expect(await count(database, 'answer WHERE language IS NULL')).toBe(2)
    expect(await store.withdrawAnswer(mine.receiptHash, OPENED_AT)).toEqual(DONE)
    expect(await store.withdrawAnswer(mine.receiptHash, OPENED_AT)).toEqual(fault('receipt-unknown'))
    expect(await store.replaceAnswer(correction)).toEqual(fault('receipt-unknown'))
    expect(await store.answerUnder(mine.receiptHash)).toBeNull()
    expect(await store.saveAnswer(mine)).toEqual(fault('link-used'))
    // The receipt can be used again with another link.
    expect(await store.saveAnswer(answerOf(ids[2] ?? '', { receiptHash: mine.receiptHash }))).toEqual(DONE)
    expect(await counters(database)).toEqual({
      waves: [{ id: '2026-H1', answered: 2, withdrawn: 1 }],
      days: [{ wave: '2026-H1', day: '2026-07-01', count: 3 }],
    })
    await database.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
    expect(await store.replaceAnswer({ ...other, values: { overall: '1' } })).toEqual(fault('wave-closed'))
    expect(await store.withdrawAnswer(other.receiptHash, OPENED_AT)).toEqual(fault('wave-closed'))
    expect(await count(database, 'answer')).toBe(2)
  })

  test('concurrent answers, corrections and withdrawals under one receipt leave a consistent state', async () => {
    const { database, ids, store } = await openedStore(2)
    const first = answerOf(ids[0])
    const again = answerOf(ids[1] ?? '', { receiptHash: first.receiptHash, values: { overall: '2' } })
    await store.saveAnswer(first)
    // Their order is random, but the stored answer agrees with the results.
    const [withdrawn, saved, corrected] = await Promise.all([
      store.withdrawAnswer(first.receiptHash, OPENED_AT),
      store.saveAnswer(again),
      store.replaceAnswer({ ...first, values: { overall: '3' } }),
    ])
    expect(withdrawn).toEqual(DONE)
    expect(corrected.ok || corrected.fault.code === 'receipt-unknown').toBe(true)
    const stored = saved.ok ? 1 : 0
    expect(await count(database, 'answer')).toBe(stored)
    expect(await store.receiptKnown('2026-H1', first.receiptHash)).toBe(saved.ok)
    expect(await counters(database)).toMatchObject({ waves: [{ answered: stored, withdrawn: 1 }] })
  })

  test('a receipt in two waves belongs to the wave that closes last', async () => {
    const { database, ids, store } = await openedStore(1)
    const [later] = await openWaveRows(database, { period: '2025-H2', people: 1, closesAt: CLOSES_AT + 1 })
    const answer = answerOf(ids[0])
    await store.saveAnswer(answer)
    await store.saveAnswer(answerOf(later, { receiptHash: answer.receiptHash }))
    expect(await store.answerUnder(answer.receiptHash)).toMatchObject({ wave: { period: '2025-H2' } })
    expect(await store.withdrawAnswer(answer.receiptHash, OPENED_AT)).toEqual(DONE)
    expect(await store.answerUnder(answer.receiptHash)).toMatchObject({ wave: { period: '2026-H1' } })
    await database.write((query) => query.run(`UPDATE wave SET status = 'unlinked'`))
    expect(await store.answerUnder(answer.receiptHash)).toBeNull()
    expect(await store.withdrawAnswer(answer.receiptHash, OPENED_AT)).toEqual(fault('receipt-unknown'))
  })

  test('many concurrent writers of two processes store and count each answer once', async () => {
    const { database, ids, store } = await openedStore(300)
    const others = answerStore(database, { tokens })
    const twice = await Promise.all(
      ids.flatMap((id) => [store.saveAnswer(answerOf(id)), others.saveAnswer(answerOf(id, { day: '2026-07-02' }))]),
    )
    expect(twice.filter(({ ok }) => ok)).toHaveLength(300)
    expect(twice.filter((each) => !each.ok && each.fault.code === 'link-used')).toHaveLength(300)
    expect(await count(database, 'answer')).toBe(300)
    expect(await count(database, 'invitation WHERE answered')).toBe(300)
    const { waves, days } = await counters(database)
    expect(waves).toEqual([{ id: '2026-H1', answered: 300, withdrawn: 0 }])
    expect((days as { count: number }[]).reduce((sum, day) => sum + day.count, 0)).toBe(300)
  })

  test('one failing answer does not affect the others, whether its values or its row are refused', async () => {
    const { database, ids, store } = await openedStore(60)
    await refuseWrites(database, { before: 'INSERT', on: 'answer', when: `NEW.comment = 'no'` })
    const all = await Promise.allSettled(
      ids.map((id, n) => {
        if (n === 7) return store.saveAnswer(answerOf(id, { comment: 'no' }))
        return store.saveAnswer(answerOf(id, n === 9 ? { values: { overall: 'nonsense' } } : {}))
      }),
    )
    expect(all.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([7, 9])
    expect(await count(database, 'answer')).toBe(58)
    expect(await count(database, 'invitation WHERE answered')).toBe(58)
    expect(await counters(database)).toMatchObject({ waves: [{ answered: 58 }], days: [{ count: 58 }] })
  })

  test('an answer that arrives while its wave is being closed waits, and is refused', async () => {
    const { database, ids, store } = await openedStore(2)
    await store.saveAnswer(answerOf(ids[1] ?? ''))
    // Opens the connections that both will use.
    await Promise.all([1, 2, 3].map(() => database.query.get('SELECT 1 AS one')))
    const { promise: updated, resolve: update } = Promise.withResolvers<void>()
    const closing = database.write(async (query) => {
      await query.run(`UPDATE wave SET status = 'closed'`)
      update()
      // The answer has time to reach the wave before this transaction ends.
      for (let trip = 0; trip < 200; trip += 1) await query.get('SELECT 1 AS one')
    })
    await updated
    const mine = answerOf(ids[0])
    expect(await store.saveAnswer(mine)).toEqual(fault('wave-closed'))
    await closing
    expect(await count(database, 'answer')).toBe(1)
    expect(await counters(database)).toMatchObject({ waves: [{ answered: 1 }] })
  })

  test('a process killed while it stores answers loses no acknowledged one', async () => {
    const { database } = await openedStore(2_000)
    const place = database.engine === 'sqlite' ? database.file : String(database.pool.options.connectionString)
    const script = fileURLToPath(new URL('testing/answering-process.ts', import.meta.url))
    const child = spawn(process.execPath, [script, database.engine, place], { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString()
      if (printed.split('\n').length > 300) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    // The last line may be incomplete.
    const acknowledged = printed.split('\n').filter((line) => line.length === 32)
    expect(acknowledged.length).toBeGreaterThan(300 - 1)
    // The server may still be committing answers that it had received.
    await database.write((query) => query.run('UPDATE wave SET checklist = checklist'))
    const rows = await database.query.all<{ key: Uint8Array }>('SELECT key FROM answer')
    const stored = new Set(rows.map(({ key }) => Buffer.from(key).toString('hex')))
    expect(acknowledged.filter((receipt) => !stored.has(receipt))).toEqual([])
    expect(await count(database, 'invitation WHERE answered')).toBe(stored.size)
    expect(await counters(database)).toMatchObject({
      waves: [{ answered: stored.size }],
      days: [{ count: stored.size }],
    })
  })
})
