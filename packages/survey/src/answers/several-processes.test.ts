import { randomBytes } from 'node:crypto'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines, openBeside } from '@wayproof/database/testing/engines'
import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import type { Tokens } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import { describe, expect, inject, test } from 'vitest'
import { OPENED_AT, openWaveRows } from '../testing/open-wave-rows.ts'
import { ANSWER_DAYS, addUpCounters, answeredCount, withdrawnCount } from './add-up-counters.ts'
import { answerStore } from './answer-store.ts'
import type { NewAnswer } from './ports.ts'

const waveId = '2026-H1'
const DAY = '2026-07-01'

/** Tokens of a process whose shard is `shard`. */
const tokensOf = (shard: number): Tokens => ({
  bytes: (count) => (count === 1 ? Buffer.of(shard) : randomBytes(count)),
})

const answerOf = (invitationId: string, receiptHash: Uint8Array = randomBytes(16)): NewAnswer => ({
  ...{ invitationId, receiptHash, generation: 0, values: { overall: '4' }, comment: null, language: 'en' },
  ...{ at: OPENED_AT, day: DAY },
})

const codesOf = (outcomes: readonly Outcome<null, { readonly code: string }>[]) =>
  outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.fault.code))

async function counted({ query }: StoreDatabase) {
  const [wave] = await query.all<object>(
    `SELECT ${answeredCount('wave')} AS answered, ${withdrawnCount('wave')} AS withdrawn,
      (SELECT count(*) FROM answer) AS stored FROM wave`,
  )
  return { ...wave, days: await query.all(ANSWER_DAYS, { waveId }) }
}

const shards = async ({ query }: StoreDatabase) =>
  (await query.all<{ shard: number }>('SELECT DISTINCT shard FROM answer_counter ORDER BY shard')).map(
    ({ shard }) => shard,
  )

describe.each(engines)('several processes on $engine', ({ open }) => {
  async function processes(people: number) {
    const database = await open()
    const ids = await openWaveRows(database, { people })
    const other = openBeside(database)
    const stores = [
      answerStore(database, { tokens: tokensOf(1) }),
      answerStore(other, { tokens: tokensOf(66) }),
    ] as const
    return { database, other, ids, stores }
  }

  test('withdraw each answer once', async () => {
    const { database, ids, stores } = await processes(120)
    const receipts = ids.map(() => randomBytes(16))
    await Promise.all(ids.map((id, n) => stores[n % 2 ? 0 : 1].saveAnswer(answerOf(id, receipts[n]))))
    const both = await Promise.all(
      receipts.map((receipt) => Promise.all(stores.map((store) => store.withdrawAnswer(receipt, OPENED_AT)))),
    )
    for (const outcomes of both) expect(codesOf(outcomes).toSorted()).toEqual(['done', 'receipt-unknown'])
    const days = [{ day: DAY, count: 120 }]
    expect(await counted(database)).toEqual({ answered: 0, withdrawn: 120, stored: 0, days })
  })

  test('store one answer under a receipt that two links use, and never correct one that is withdrawn', async () => {
    const { database, ids, stores } = await processes(120)
    const [mine, other] = stores
    const receipts = Array.from({ length: 60 }, () => randomBytes(16))
    const saved = await Promise.all(
      receipts.map((receipt, n) =>
        Promise.all([
          mine.saveAnswer(answerOf(ids[2 * n] ?? '', receipt)),
          other.saveAnswer(answerOf(ids[2 * n + 1] ?? '', receipt)),
        ]),
      ),
    )
    for (const outcomes of saved) expect(codesOf(outcomes).toSorted()).toEqual(['done', 'receipt-invalid'])
    const changed = await Promise.all(
      receipts.map((receipt, n) =>
        Promise.all([
          mine.replaceAnswer({ ...answerOf(ids[n] ?? '', receipt), values: { overall: '1' } }),
          other.withdrawAnswer(receipt, OPENED_AT),
        ]),
      ),
    )
    for (const outcomes of changed) expect(codesOf(outcomes)[1]).toBe('done')
    const days = [{ day: DAY, count: 60 }]
    expect(await counted(database)).toEqual({ answered: 0, withdrawn: 60, stored: 0, days })
  })

  test('store no answer after the close, whose counters contain every stored one', async () => {
    const { database, other, ids, stores } = await processes(400)
    const saving = ids.map((id, n) => stores[n % 2 ? 0 : 1].saveAnswer(answerOf(id)))
    await Promise.race(saving)
    await other.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
    const codes = codesOf(await Promise.all(saving))
    const stored = codes.filter((code) => code === 'done').length
    expect(new Set(codes.filter((code) => code !== 'done'))).toEqual(
      stored < 400 ? new Set(['wave-closed']) : new Set(),
    )
    const before = await counted(database)
    expect(before).toEqual({ answered: stored, withdrawn: 0, stored, days: [{ day: DAY, count: stored }] })
    for (let times = 0; times < 2; times += 1) await other.write((query) => addUpCounters(query, waveId))
    expect(await shards(database)).toEqual([])
    expect(await counted(database)).toEqual(before)
  })
})

if (inject('engine') === 'postgresql')
  test('a commit on PostgreSQL does not wait for that of another process in the same wave', async () => {
    const database = await openTestPostgresql()
    const ids = await openWaveRows(database, { people: 2 })
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const { promise: written, resolve: write } = Promise.withResolvers<void>()
    // Another process that has written its commit and waits for the disk.
    const other = openBeside(database)
    const slow = other.write(async (query) => {
      await query.get('SELECT id FROM wave FOR SHARE')
      await query.run(`INSERT INTO answer_counter VALUES ('${waveId}', 1, '${DAY}', 1, 0)`)
      write()
      await ended
    })
    await written
    const store = answerStore(database, { tokens: tokensOf(2) })
    expect(await store.saveAnswer(answerOf(ids[0]))).toEqual({ ok: true, value: null })
    end()
    await slow
    expect(await shards(database)).toEqual([1, 2])
  })
