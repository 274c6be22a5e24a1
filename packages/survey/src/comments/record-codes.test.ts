import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-world.ts'
import { openedWorld } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { recordCodes } from './record-codes.ts'
import { removeCommentCode } from './remove-comment-code.ts'
import { saveCommentCode } from './save-comment-code.ts'

async function commentedWave() {
  const world = await openedWorld()
  await answerLink(world, surveyLinks(world)[0] ?? '', { comment: 'ask for less' })
  world.setNow('2026-08-01T00:00:00Z')
  await closeWave(world.ports, { period: '2026-H1' })
  const comment = async () => {
    const [codedComment] = await world.ports.store.comments(world.wave.id, { unread: false, offset: 0, limit: 1 })
    if (!codedComment) throw new Error('no comment')
    return codedComment
  }
  const codeNamed = async (name: string) => {
    const outcome = await saveCommentCode(world.ports, { name: { 'zh-CN': name, en: name } })
    return outcome.ok ? outcome.value.id : ''
  }
  return { ports: world.ports, comment, codeNamed }
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
