import { expect, test } from 'vitest'
import { rebuildTallies } from '../answers/rebuild-tallies.ts'
import {
  closeAtOnce,
  countOf,
  openedWave,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
} from '../testing/survey-world.ts'
import { recordCodes } from './record-codes.ts'
import { removeCommentCode } from './remove-comment-code.ts'
import { saveCommentCode } from './save-comment-code.ts'

const period = '2026-H1'
const point = (n: number) => String((n % 5) + 1)

/** 40 answers; every third person, or as many as `commenting`, writes a comment. */
async function closedWave(commenting = 40) {
  const world = await surveyWorld()
  await openedWave(world, 40)
  const answers = (await tokens(world)).map((_, n) => ({
    overall: point(n),
    notice: n % 7 === 0 ? 'dk' : point(n * 3 + (n >> 3)),
    security: point(n >> 2),
    ...(n % 3 === 0 && n / 3 < commenting ? { improve: `call 1381234567${n % 10}, ${n}` } : {}),
  }))
  await Promise.all((await tokens(world)).map((token, n) => submit(world, token, answers[n] ?? {})))
  await closeAtOnce(world, period)
  const waveId = (await world.ports.store.wave(period))?.id ?? ''
  return { world, answers, waveId }
}

const rows = ({ database }: SurveyWorld, text: string) => database.query.all<Record<string, unknown>>(text)
const page = { unread: false, offset: 0, limit: 50 }

test('closing masks comments before it stores them separately, and counts pairs of ratings', async () => {
  const { world, answers, waveId } = await closedWave()
  const kept = (await world.ports.store.comments(waveId, page)).comments
  expect(kept).toHaveLength(14)
  for (const { text, language, read, codes, ...rest } of kept) {
    expect(text).toMatch(/^call ⟦number⟧, \d+$/)
    expect({ language, read, codes }).toEqual({ language: 'zh-CN', read: false, codes: [] })
    expect(Object.keys(rest)).toEqual(['id'])
  }
  const expected = new Map<string, number>()
  for (const answer of answers) {
    for (const item of ['notice', 'security'] as const) {
      const key = `${item} ${answer[item]} ${answer.overall}`
      if (answer[item] !== 'dk') expected.set(key, (expected.get(key) ?? 0) + 1)
    }
  }
  const pairs = await rows(world, 'SELECT item, value, headline, count FROM cross_tally')
  expect(new Map(pairs.map(({ item, value, headline, count }) => [`${item} ${value} ${headline}`, count]))).toEqual(
    expected,
  )
})

test('a wrong pair count is found and corrected like any counter', async () => {
  const { world } = await closedWave()
  const before = await rows(world, 'SELECT * FROM cross_tally ORDER BY item, value, headline')
  await world.database.write(async (query) => {
    await query.run(`UPDATE cross_tally SET count = count + 5 WHERE item = 'security' AND value = 1 AND headline = 1`)
    await query.run(`INSERT INTO cross_tally SELECT wave_id, 'ghost', 1, 1, 1 FROM cross_tally LIMIT 1`)
  })
  const wrong = await rebuildTallies(world.ports, { period })
  expect(wrong.ok && wrong.value.differences).toMatchObject([
    { item: 'ghost', value: '1 × 1', stored: 1, counted: 0 },
    { item: 'security', value: '1 × 1' },
  ])
  expect(await rows(world, 'SELECT * FROM cross_tally ORDER BY item, value, headline')).toEqual(before)
  expect(await rebuildTallies(world.ports, { period })).toMatchObject({ value: { differences: [] } })
})

test('ratings with and without a comment are stored rounded, and only if both groups have ten people', async () => {
  const { world } = await closedWave()
  const kept = await rows(
    world,
    `SELECT item, commented, people, kind, share FROM comment_rating ORDER BY item, commented`,
  )
  // 6 of 14 people with a comment chose the top two (43%), and 10 of 26 without (38%).
  expect(kept.filter(({ item }) => item === 'overall')).toEqual([
    { item: 'overall', commented: 0, people: 25, kind: 'at', share: 0.4 },
    { item: 'overall', commented: 1, people: 10, kind: 'at', share: 0.4 },
  ])
  for (const { people } of kept) expect(Number(people) % 5).toBe(0)
  const few = await closedWave(9)
  expect(await countOf(few.world, 'comment')).toBe(9)
  expect(await countOf(few.world, 'comment_rating')).toBe(0)
})

test('an officer codes comments: several codes each, names in use once, a used code retired', async () => {
  const { world, waveId } = await closedWave()
  const { ports } = world
  const name = (zh: string, en: string) => ({ 'zh-CN': zh, en })
  const [calls, length] = [
    await saveCommentCode(ports, { name: name('营销电话', 'Calls') }),
    await saveCommentCode(ports, { name: name('太长', 'Too long') }),
  ]
  if (!calls.ok || !length.ok) throw new Error('not saved')
  expect(await saveCommentCode(ports, { name: name('别的', 'calls') })).toEqual({
    ok: false,
    fault: { code: 'code-name-taken' },
  })
  expect(await saveCommentCode(ports, { id: 'none', name: name('甲', 'A') })).toMatchObject({
    fault: { code: 'code-unknown' },
  })
  expect(await saveCommentCode(ports, { id: calls.value.id, name: name('骚扰电话', 'Calls') })).toMatchObject({
    ok: true,
  })

  const [first, second] = (await ports.store.comments(waveId, page)).comments
  const both = [calls.value.id, length.value.id]
  expect(await recordCodes(ports, { comment: first?.id ?? '', codes: both })).toEqual({ ok: true, value: null })
  expect(await recordCodes(ports, { comment: second?.id ?? '', codes: [] })).toMatchObject({ ok: true })
  expect(await recordCodes(ports, { comment: 'ff', codes: [] })).toMatchObject({ fault: { code: 'comment-unknown' } })
  expect(await recordCodes(ports, { comment: first?.id ?? '', codes: ['x'] })).toMatchObject({
    fault: { code: 'code-unknown' },
  })
  expect(await ports.store.commentCounts(waveId)).toEqual({
    all: 14,
    read: 2,
    byLanguage: { 'zh-CN': 14 },
    byCode: { [calls.value.id]: 1, [length.value.id]: 1 },
  })
  expect(await ports.store.comments(waveId, { ...page, unread: true })).toMatchObject({ matching: 12 })

  expect(await removeCommentCode(ports, { id: calls.value.id })).toEqual({ ok: true, value: 'retired' })
  expect(await removeCommentCode(ports, { id: calls.value.id })).toMatchObject({ fault: { code: 'code-unknown' } })
  await recordCodes(ports, { comment: first?.id ?? '', codes: [calls.value.id] })
  expect(await removeCommentCode(ports, { id: length.value.id })).toEqual({ ok: true, value: 'removed' })
  expect(await ports.store.commentCodes()).toEqual([
    { id: calls.value.id, name: name('骚扰电话', 'Calls'), retired: true },
  ])
  // Deleting a comment deletes its codes.
  await world.database.write((query) => query.run('DELETE FROM comment'))
  expect(await countOf(world, 'coded_comment')).toBe(0)
})
