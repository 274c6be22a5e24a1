import type { RecordDatabase } from '@wayproof/database/record-database'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import type { CommentStore } from './comment-store.ts'

export type CommentCodeStore = Pick<CommentStore, 'commentCodes' | 'saveCommentCode' | 'removeCommentCode'>

/** The code book of comments. */
export function commentCodeStore(database: RecordDatabase): CommentCodeStore {
  return {
    commentCodes: async () => {
      const { commentCode } = await database.records()
      const codes = await commentCode.findMany({ orderBy: [{ nameEn: 'asc' }, { id: 'asc' }] })
      return codes.map(({ id, nameZh, nameEn, retired }) => ({ id, name: { 'zh-CN': nameZh, en: nameEn }, retired }))
    },

    saveCommentCode: ({ id, name: { 'zh-CN': nameZh, en: nameEn } }) =>
      database.transaction(async ({ records }) => {
        const { commentCode } = records
        const others = await commentCode.findMany({ where: { id: { not: id }, retired: false } })
        const name = nameEn.toLowerCase()
        if (others.some((other) => other.nameZh === nameZh || other.nameEn.toLowerCase() === name)) return false
        await commentCode.upsert({ where: { id }, create: { id, nameZh, nameEn }, update: { nameZh, nameEn } })
        await addSettingChange(records, 'comment-codes')
        return true
      }),

    removeCommentCode: (id) =>
      database.transaction(async ({ records }) => {
        const { commentCode } = records
        const active = { id, retired: false } as const
        const removed = await commentCode.deleteMany({ where: { ...active, comments: { none: {} } } })
        const retired = await commentCode.updateMany({ where: active, data: { retired: true } })
        if (removed.count + retired.count === 0) return null
        await addSettingChange(records, 'comment-codes')
        return removed.count === 1 ? 'removed' : 'retired'
      }),
  }
}
