import { randomBytes } from 'node:crypto'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { openWaveRows } from '../testing/open-wave-rows.ts'
import { maskComments } from '../unlinking/mask-comments.ts'
import { commentStore } from './comment-records.ts'

const PERIOD = '2026-H1'
const ANSWER = `INSERT INTO answer (wave_id, key, cell_id, "values", comment, language)
  VALUES (@waveId, @key, 'cell', '4', @comment, 'en')`
const COMMENT = 'INSERT INTO comment (key, wave_id, language, text) VALUES (@key, @waveId, @language, @text)'

async function answeredWave(database: StoreDatabase, comments: readonly (string | null)[]): Promise<void> {
  await openWaveRows(database, { period: PERIOD, people: 0, status: 'closed' })
  await database.write(async (query) => {
    for (const comment of comments) await query.run(ANSWER, { waveId: PERIOD, key: randomBytes(16), comment })
  })
}

describe.each(engines)('comments on $engine', ({ open }) => {
  test('all comments of a closed wave are masked, in chunks, and those of another wave are not', async () => {
    const database = await open()
    await answeredWave(
      database,
      Array.from({ length: 390 }, (_, n) => (n % 3 === 0 ? null : `call 13812345678, ${n}`)),
    )
    await openWaveRows(database, { period: '2025-H2', people: 0 })
    await database.write((query) =>
      query.run(ANSWER, { waveId: '2025-H2', key: randomBytes(16), comment: '13812345678' }),
    )
    await maskComments(database, PERIOD)
    await maskComments(database, '2025-H2')
    const rows = await database.query.all<{ wave_id: string; comment: string }>(
      'SELECT wave_id, comment FROM answer WHERE comment IS NOT NULL',
    )
    const masked = rows.filter(({ comment }) => /^call ⟦number⟧, \d+$/.test(comment))
    expect(masked).toHaveLength(260)
    expect(rows.filter((row) => !masked.includes(row))).toEqual([{ wave_id: '2025-H2', comment: '13812345678' }])
  })

  test('comments are listed, coded and counted by language and theme', async () => {
    const database = await open()
    const store = commentStore(database)
    await database.write(async (query) => {
      for (const [n, language] of ['en', 'zh-CN', 'en'].entries())
        await query.run(COMMENT, { key: Buffer.alloc(16, n), waveId: PERIOD, language, text: `text ${n}` })
    })
    const name = { 'zh-CN': '速度', en: 'Speed' }
    expect(await store.saveCommentCode({ id: 'speed', name })).toBe(true)
    expect(await store.saveCommentCode({ id: 'other', name: { 'zh-CN': '其他', en: 'speed' } })).toBe(false)
    const [first, second] = (await store.comments(PERIOD, { unread: false, offset: 0, limit: 50 })).comments
    expect(first).toEqual({ id: '00'.repeat(16), language: 'en', text: 'text 0', read: false, codes: [] })
    expect(await store.codeComment(first?.id ?? '', { codes: ['speed', 'speed'] })).toBe('coded')
    expect(await store.codeComment(second?.id ?? '', { codes: [] })).toBe('coded')
    expect(await store.codeComment('ff'.repeat(16), { codes: ['speed'] })).toBe('unknown')
    expect(await store.comments(PERIOD, { unread: true, offset: 0, limit: 50 })).toMatchObject({ matching: 1 })
    expect(await store.commentCounts(PERIOD)).toEqual({
      all: 3,
      read: 2,
      byLanguage: { en: 2, 'zh-CN': 1 },
      byCode: { speed: 1 },
    })
    expect(await store.removeCommentCode('speed')).toBe('retired')
    expect(await store.commentCounts('none')).toEqual({ all: 0, read: 0, byLanguage: {}, byCode: {} })
    expect(await store.commentedShares(PERIOD)).toEqual([])
  })
})
