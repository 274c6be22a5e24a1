import { describe, expect, test } from 'vitest'
import { newReceipt } from '../../answers/receipt.ts'
import { recordAnswer } from '../../answers/record-answer.ts'
import type { CommentFilter } from '../../comments/comment.ts'
import { linkToken } from '../../links/invitation-link.ts'
import { closeWave } from '../../waves/close-wave.ts'
import { openSurvey } from '../open-survey.ts'
import type { OpenContractFixture } from './contract-fixture.ts'

const name = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const page = { unread: false, offset: 0, limit: 10 }

/** The behavior that every storage of comments has. */
export function commentStoreContract(engine: string, open: OpenContractFixture): void {
  const commentedFixture = async () => {
    const { ports, setNow, invitationIds } = await open()
    const wave = await openSurvey(ports)
    const texts = ['ask for less', 'call me on 13812345678', '']
    for (const [n, improve] of texts.entries()) {
      const invitationId = (await invitationIds())[n] ?? ''
      const token = linkToken(ports.keyring, { invitationId, generation: 0, locale: 'en' })
      const locale = n === 0 ? 'en' : 'zh-CN'
      await recordAnswer(ports, { token, receipt: newReceipt(ports.tokens), locale, fields: { overall: '4', improve } })
    }
    setNow('2026-08-01T00:00:00Z')
    await closeWave(ports, { period: '2026-H1' })
    return { store: ports.store, waveId: wave.id }
  }

  describe(`comments in ${engine}`, () => {
    test('the comments of an unlinked wave are masked and unread', async () => {
      const { store, waveId } = await commentedFixture()
      const { comments } = await store.comments(waveId, page)
      expect(comments.map(({ language, read, codes }) => ({ language, read, codes }))).toHaveLength(2)
      expect(comments.find(({ language }) => language === 'en')).toMatchObject({ text: 'ask for less', read: false })
      expect(comments.some(({ text }) => text.includes('13812345678'))).toBe(false)
      expect(await store.commentCounts(waveId)).toEqual({
        ...{ all: 2, read: 0, byLanguage: { en: 1, 'zh-CN': 1 }, byCode: {} },
      })
    })

    test('coding a comment replaces its codes and marks it read', async () => {
      const { store, waveId } = await commentedFixture()
      for (const id of ['code-1', 'code-2']) await store.saveCommentCode({ id, name: name(id, id) })
      const [first] = (await store.comments(waveId, page)).comments
      expect(await store.codeComment('00', { codes: ['code-1'] })).toBe('unknown')
      await store.codeComment(first?.id ?? '', { codes: ['code-1'] })
      expect(await store.codeComment(first?.id ?? '', { codes: ['code-2'] })).toBe('coded')
      expect((await store.comments(waveId, page)).comments).toContainEqual({ ...first, read: true, codes: ['code-2'] })
      expect(await store.comments(waveId, { ...page, unread: true })).toMatchObject({ matching: 1 })
      const second = await store.comments(waveId, { ...page, offset: 1 })
      expect([second.matching, second.comments.length]).toEqual([2, 1])
      expect(await store.commentCounts(waveId)).toMatchObject({ read: 1, byCode: { 'code-2': 1 } })
    })

    test('codes that somebody else has changed since they were seen are not replaced; added ones join them', async () => {
      const { store, waveId } = await commentedFixture()
      for (const id of ['code-1', 'code-2', 'code-3']) await store.saveCommentCode({ id, name: name(id, id) })
      const id = (await store.comments(waveId, page)).comments[0]?.id ?? ''
      const codesNow = async () =>
        (await store.comments(waveId, page)).comments.find((comment) => comment.id === id)?.codes.toSorted()
      expect(await store.codeComment(id, { codes: ['code-1'], seen: [] })).toBe('coded')
      expect(await store.codeComment(id, { codes: ['code-2'], seen: [] })).toBe('changed')
      expect(await codesNow()).toEqual(['code-1'])
      expect(await store.codeComment(id, { codes: ['code-2', 'code-1'], seen: ['code-1'] })).toBe('coded')
      expect(await store.codeComment(id, { codes: [], seen: ['code-2', 'code-1'] })).toBe('coded')
      expect(await store.codeComment(id, { added: ['code-2'] })).toBe('coded')
      expect(await store.codeComment(id, { added: ['code-3', 'code-2'] })).toBe('coded')
      expect(await codesNow()).toEqual(['code-2', 'code-3'])
    })

    test('comments are found by text, code and language', async () => {
      const { store, waveId } = await commentedFixture()
      await store.saveCommentCode({ id: 'code-1', name: name('少', 'less') })
      const found = async (filter: Partial<CommentFilter>) => {
        const { matching, comments } = await store.comments(waveId, { ...page, ...filter })
        expect(comments).toHaveLength(matching)
        return comments.map(({ language }) => language)
      }
      expect(await found({ search: 'ASK for' })).toEqual(['en'])
      expect(await found({ search: '%' })).toEqual([])
      expect(await found({ language: 'zh-CN' })).toEqual(['zh-CN'])
      const { comments } = await store.comments(waveId, { ...page, language: 'en' })
      await store.codeComment(comments[0]?.id ?? '', { codes: ['code-1'] })
      expect(await found({ code: 'code-1' })).toEqual(['en'])
      expect(await found({ code: null })).toEqual(['zh-CN'])
      expect(await found({ code: 'code-1', search: 'call' })).toEqual([])
      expect(await found({ code: 'code-1', unread: true })).toEqual([])
    })

    test('active codes have distinct names, in English whatever the case', async () => {
      const { store } = (await open()).ports
      expect(await store.saveCommentCode({ id: 'code-2', name: name('价格', 'Price') })).toBe(true)
      expect(await store.saveCommentCode({ id: 'code-3', name: name('价格', 'Cost') })).toBe(false)
      expect(await store.saveCommentCode({ id: 'code-3', name: name('费用', 'PRICE') })).toBe(false)
      expect(await store.saveCommentCode({ id: 'code-2', name: name('价格', 'Cost') })).toBe(true)
      expect(await store.saveCommentCode({ id: 'code-1', name: name('费用', 'Price') })).toBe(true)
      expect((await store.commentCodes()).map(({ id }) => id)).toEqual(['code-2', 'code-1'])
    })

    test('a code that no comment has is removed; one in use is retired and frees its name', async () => {
      const { store, waveId } = await commentedFixture()
      for (const id of ['code-1', 'code-2']) await store.saveCommentCode({ id, name: name(id, id) })
      const [first] = (await store.comments(waveId, page)).comments
      await store.codeComment(first?.id ?? '', { codes: ['code-1'] })
      expect(await store.removeCommentCode('code-1')).toBe('retired')
      expect(await store.removeCommentCode('code-1')).toBeNull()
      expect(await store.removeCommentCode('code-2')).toBe('removed')
      expect(await store.removeCommentCode('code-2')).toBeNull()
      expect(await store.commentCodes()).toEqual([{ id: 'code-1', name: name('code-1', 'code-1'), retired: true }])
      expect(await store.saveCommentCode({ id: 'code-3', name: name('code-1', 'code-1') })).toBe(true)
    })
  })
}
