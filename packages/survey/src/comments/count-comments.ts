import type { RecordDatabase } from '@wayproof/database/record-database'
import type { CommentStore } from './comment-store.ts'

/** Counts the comments of a wave: all, those that are read, and by language and code. */
export const countComments =
  (database: RecordDatabase): CommentStore['commentCounts'] =>
  async (waveId) => {
    const { comment, codedComment } = await database.records()
    const byLanguage = await comment.groupBy({ by: ['language'], where: { waveId }, _count: true })
    const byCode = await codedComment.groupBy({ by: ['codeId'], where: { comment: { waveId } }, _count: true })
    return {
      all: await comment.count({ where: { waveId } }),
      read: await comment.count({ where: { waveId, read: true } }),
      byLanguage: Object.fromEntries(byLanguage.map(({ language, _count }) => [language, _count])),
      byCode: Object.fromEntries(byCode.map(({ codeId, _count }) => [codeId, _count])),
    }
  }
