import type { UserRole } from '@wayproof/accounts/accounts/person'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { writeWaves } from '../testing/write-waves.ts'
import { createContextInner } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'

const counts = { overall: { opinions: 300, topTwo: 270, withoutOpinion: 20 } }
const cells = [{ tripType: 'group', channel: 'app', region: 'east', language: 'en', counts }]
const comments = (count: number, language: string) =>
  Array.from({ length: count }, (_, n) => ({ language, text: `${language} ${n}` }))

async function openComments() {
  const { services, database } = await openApp()
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  await writeWaves(database, [
    { period: '2024-H1', cells, comments: comments(9, 'zh-CN') },
    { period: '2024-H2', cells, comments: [...comments(21, 'zh-CN'), ...comments(9, 'en')] },
    { period: '2025-H1', cells, comments: comments(20, 'en'), status: 'closed' },
    { period: '2025-H2', cells, comments: comments(20, 'en'), status: 'open' },
  ])
  const callerAs = (role: UserRole) => {
    const user = { id: services.ids.next(), name: role, email: 'a@x.example', role, locale: 'en' } as const
    return appRouter.createCaller(createContextInner(services, { user }))
  }
  return { officer: callerAs('officer'), executive: callerAs('executive') }
}

test('from ten comments on and after unlinking, texts are readable, in random order and without other data', async () => {
  const { officer, executive } = await openComments()
  const summaryOf = async (period: string) => ({
    ...(await officer.comment.list({ period, unread: false, page: 0 })),
    ...(await executive.comment.summary({ period })),
  })
  const nothing = { all: 0, read: 0, ratings: [], comments: [], pages: 0 }
  expect(await summaryOf('2024-H1')).toMatchObject({ notShown: 'few', ...nothing })
  expect(await summaryOf('2025-H1')).toMatchObject({ notShown: 'not-unlinked', ...nothing })
  expect(await summaryOf('2025-H2')).toMatchObject({ notShown: 'wave-open', ...nothing })
  const summary = await summaryOf('2024-H2')
  expect(summary).toMatchObject({ notShown: null, all: 30, read: 0, pages: 3, matching: 30 })
  expect(summary.comments).toHaveLength(10)
  expect(new Set(summary.comments.flatMap((comment) => Object.keys(comment)))).toEqual(
    new Set(['id', 'text', 'read', 'codes', 'language']),
  )
  const ids = summary.comments.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted())
  // Nine comments in English are too few to show their language.
  const others = await Promise.all(
    [1, 2].map((page) => officer.comment.list({ period: '2024-H2', unread: false, page })),
  )
  expect(summary.languages).toEqual(['zh-CN'])
  for (const { text, language } of [summary, ...others].flatMap((page) => page.comments))
    expect(language).toBe(text.startsWith('en') ? null : 'zh-CN')
  await expect(officer.comment.list({ period: '2020-H1', unread: false, page: 0 })).rejects.toThrow('no-wave')
})

test('coding marks a comment as read; counts of a theme are shown from ten comments on, rounded down', async () => {
  const { officer, executive } = await openComments()
  const { id } = await officer.comment.saveCode({ name: { 'zh-CN': '太长', en: 'Too long' } })
  const [first] = (await officer.comment.list({ period: '2024-H2', unread: true, page: 0 })).comments
  await officer.comment.code({ comment: first?.id ?? '', codes: [id, id] })
  const fewComments = { id, count: { kind: 'few' }, retired: false }
  expect(await executive.comment.summary({ period: '2024-H2' })).toMatchObject({
    read: 0,
    all: 30,
    codes: [fewComments],
  })
  expect(await officer.comment.list({ period: '2024-H2', unread: true, page: 1 })).toMatchObject({ read: 1, all: 30 })
  expect((await officer.comment.list({ period: '2024-H2', unread: true, page: 2 })).comments).toHaveLength(9)
  expect((await executive.comment.summary({ period: '2024-H1' })).codes).toEqual([expect.objectContaining(fewComments)])
  const pages = await Promise.all(
    [0, 1].map((page) => officer.comment.list({ period: '2024-H2', unread: false, page })),
  )
  const texts = pages.flatMap((page) => page.comments)
  for (const comment of texts.slice(0, 9)) await officer.comment.code({ comment: comment.id, codes: [id] })
  const nine = await executive.comment.summary({ period: '2024-H2' })
  expect(nine.codes).toMatchObject([fewComments])
  for (const comment of texts.slice(9, 14)) await officer.comment.code({ comment: comment.id, codes: [id] })
  const fourteen = await executive.comment.summary({ period: '2024-H2' })
  expect(fourteen).toMatchObject({ read: 10, codes: [{ id, count: { kind: 'shown', comments: 10 } }] })
  await expect(officer.comment.saveCode({ name: { 'zh-CN': '太长', en: 'x' } })).rejects.toThrow('code-name-taken')
  await expect(officer.comment.saveCode({ name: { 'zh-CN': ' ', en: 'x' } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('comments are found by text and theme, and by a language only if ten comments have it', async () => {
  const { officer } = await openComments()
  const { id } = await officer.comment.saveCode({ name: { 'zh-CN': '太长', en: 'Too long' } })
  const find = (filter: { search?: string; code?: string | null; language?: string }) =>
    officer.comment.list({ period: '2024-H2', unread: false, page: 0, ...filter })
  expect(await find({ search: 'EN 3' })).toMatchObject({ matching: 1, pages: 1, comments: [{ text: 'en 3' }] })
  expect(await find({ search: 'nowhere' })).toMatchObject({ matching: 0, comments: [], all: 30 })
  const [first] = (await find({ search: 'en 3' })).comments
  await officer.comment.code({ comment: first?.id ?? '', codes: [id] })
  expect(await find({ code: id })).toMatchObject({ matching: 1 })
  expect(await find({ code: null })).toMatchObject({ matching: 29 })
  expect(await find({ language: 'zh-CN' })).toMatchObject({ matching: 21 })
  expect(await find({ language: 'en' })).toMatchObject({ matching: 0, comments: [] })
})
