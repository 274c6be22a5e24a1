import type { CommentStore } from '@wayproof/survey'
import type { RecordDatabase } from '../engine/record-database.ts'

export type CommentCodeStore = Pick<CommentStore, 'commentCodes' | 'saveCommentCode' | 'removeCommentCode'>

/** The code book of comments. */
export function commentCodeStore(database: RecordDatabase): CommentCodeStore {
  return {
    commentCodes: async () => {
      const { commentCode } = await database.records()
      const found = await commentCode.findMany({ orderBy: [{ nameEn: 'asc' }, { id: 'asc' }] })
      return found.map(({ id, nameZh, nameEn, retired }) => ({ id, name: { 'zh-CN': nameZh, en: nameEn }, retired }))
    },

    saveCommentCode: ({ id, name: { 'zh-CN': nameZh, en: nameEn } }) =>
      database.transaction(async ({ records: { commentCode } }) => {
        const others = await commentCode.findMany({ where: { id: { not: id }, retired: false } })
        const name = nameEn.toLowerCase()
        if (others.some((other) => other.nameZh === nameZh || other.nameEn.toLowerCase() === name)) return false
        await commentCode.upsert({ where: { id }, create: { id, nameZh, nameEn }, update: { nameZh, nameEn } })
        return true
      }),

    removeCommentCode: (id) =>
      database.transaction(async ({ records: { commentCode } }) => {
        const active = { id, retired: false } as const
        const { count } = await commentCode.deleteMany({ where: { ...active, comments: { none: {} } } })
        if (count === 1) return 'removed'
        const retired = await commentCode.updateMany({ where: active, data: { retired: true } })
        return retired.count === 1 ? 'retired' : null
      }),
  }
}
