import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { recordCodes } from './record-codes.ts'
import { removeCommentCode } from './remove-comment-code.ts'
import { saveCommentCode } from './save-comment-code.ts'

async function commentedWave() {
  const fixture = await openedFixture()
  await answerLink(fixture, surveyLinks(fixture)[0] ?? '', { comment: 'ask for less' })
  fixture.setNow('2026-08-01T00:00:00Z')
  await closeWave(fixture.ports, { period: '2026-H1' })
  const comment = async () => {
    const { comments } = await fixture.ports.store.comments(fixture.wave.id, { unread: false, offset: 0, limit: 1 })
    const [codedComment] = comments
    if (!codedComment) throw new Error('no comment')
    return codedComment
  }
  const codeNamed = async (name: string) => {
    const outcome = await saveCommentCode(fixture.ports, { name: { 'zh-CN': name, en: name } })
    return outcome.ok ? outcome.value.id : ''
  }
  return { ports: fixture.ports, comment, codeNamed }
}

test('the codes of a comment replace those it had, and it counts as read', async () => {
  const { ports, comment, codeNamed } = await commentedWave()
  const { id } = await comment()
  const [data, price] = [await codeNamed('data'), await codeNamed('price')]
  await recordCodes(ports, { comment: id, codes: [data] })
  expect(await recordCodes(ports, { comment: id, codes: [price] })).toEqual({ ok: true, value: null })
  expect(await comment()).toMatchObject({ read: true, codes: [price] })
})

test('a comment may be read without a code', async () => {
  const { ports, comment } = await commentedWave()
  await recordCodes(ports, { comment: (await comment()).id, codes: [] })
  expect(await comment()).toMatchObject({ read: true, codes: [] })
})

test('a retired code may stay on the comment that has it', async () => {
  const { ports, comment, codeNamed } = await commentedWave()
  const { id } = await comment()
  const data = await codeNamed('data')
  await recordCodes(ports, { comment: id, codes: [data] })
  await removeCommentCode(ports, { id: data })
  expect(await recordCodes(ports, { comment: id, codes: [data, await codeNamed('price')] })).toMatchObject({ ok: true })
})

test('a code that is not in the code book changes nothing, and neither does an unknown comment', async () => {
  const { ports, comment, codeNamed } = await commentedWave()
  const codes = [await codeNamed('data'), 'none']
  const unknown = (code: string) => ({ ok: false, fault: { code } })
  expect(await recordCodes(ports, { comment: (await comment()).id, codes })).toEqual(unknown('code-unknown'))
  expect(await comment()).toMatchObject({ read: false, codes: [] })
  expect(await recordCodes(ports, { comment: 'none', codes: [] })).toEqual(unknown('comment-unknown'))
})
