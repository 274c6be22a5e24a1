import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { removeCommentCode } from './remove-comment-code.ts'
import { saveCommentCode } from './save-comment-code.ts'

async function codeBook() {
  const { ports, memory } = memoryFixture()
  const outcome = await saveCommentCode(ports, { name: { 'zh-CN': '数据', en: 'data' } })
  return { ports, memory, id: outcome.ok ? outcome.value.id : '' }
}

test('a code that no comment has is removed from the code book', async () => {
  const { ports, id } = await codeBook()
  expect(await removeCommentCode(ports, { id })).toEqual({ ok: true, value: 'removed' })
  expect(await ports.store.commentCodes()).toEqual([])
})

test('a code that comments have is retired, so that they keep it', async () => {
  const { ports, memory, id } = await codeBook()
  memory.comments = [{ waveId: 'wave-1', id: 'comment-1', language: 'en', text: 'less', read: true, codes: [id] }]
  expect(await removeCommentCode(ports, { id })).toEqual({ ok: true, value: 'retired' })
  expect(await ports.store.commentCodes()).toMatchObject([{ id, retired: true }])
  expect(memory.comments[0]?.codes).toEqual([id])
})

test('a code that is unknown, or retired before, cannot be removed', async () => {
  const { ports, memory, id } = await codeBook()
  const unknown = { ok: false, fault: { code: 'code-unknown' } }
  expect(await removeCommentCode(ports, { id: 'none' })).toEqual(unknown)
  memory.comments = [{ waveId: 'wave-1', id: 'comment-1', language: 'en', text: 'less', read: true, codes: [id] }]
  await removeCommentCode(ports, { id })
  expect(await removeCommentCode(ports, { id })).toEqual(unknown)
})
