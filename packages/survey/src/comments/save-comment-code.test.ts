import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { removeCommentCode } from './remove-comment-code.ts'
import { saveCommentCode } from './save-comment-code.ts'

const named = (zh: string, en: string) => ({ name: { 'zh-CN': zh, en } })

async function codeBook() {
  const { ports, memory } = memoryFixture()
  const outcome = await saveCommentCode(ports, named('数据', 'Data'))
  return { ports, memory, id: outcome.ok ? outcome.value.id : '' }
}

test('a new code gets an ID, and a code with an ID is renamed', async () => {
  const { ports, id } = await codeBook()
  expect(await ports.store.commentCodes()).toEqual([{ id, ...named('数据', 'Data'), retired: false }])
  expect(await saveCommentCode(ports, { id, ...named('个人数据', 'Personal data') })).toEqual({
    ok: true,
    value: { id },
  })
  expect(await ports.store.commentCodes()).toEqual([{ id, ...named('个人数据', 'Personal data'), retired: false }])
})

test('two active codes cannot have the same name in either language', async () => {
  const { ports } = await codeBook()
  const outcome = { ok: false, fault: { code: 'code-name-taken' } }
  expect(await saveCommentCode(ports, named('数据', 'Other'))).toEqual(outcome)
  expect(await saveCommentCode(ports, named('其他', 'data'))).toEqual(outcome)
})

test('a code that is unknown or retired cannot be renamed, and its name is free again', async () => {
  const { ports, memory, id } = await codeBook()
  const unknown = { ok: false, fault: { code: 'code-unknown' } }
  expect(await saveCommentCode(ports, { id: 'none', ...named('其他', 'Other') })).toEqual(unknown)
  memory.comments = [{ waveId: 'wave-1', id: 'comment-1', language: 'en', text: 'less', read: true, codes: [id] }]
  await removeCommentCode(ports, { id })
  expect(await saveCommentCode(ports, { id, ...named('其他', 'Other') })).toEqual(unknown)
  expect(await saveCommentCode(ports, named('数据', 'Data'))).toMatchObject({ ok: true })
})
