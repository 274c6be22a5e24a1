import type { CommentStore, StoredCommentedShare, StoredShare } from '@wayproof/survey'
import type { RecordDatabase } from '../engine/record-database.ts'
import type { CommentRating } from '../generated/client.ts'
import { commentCodeStore } from './comment-codes.ts'
import { countComments } from './count-comments.ts'

function sharesOf(rows: readonly CommentRating[]): readonly StoredCommentedShare[] {
  return [...Map.groupBy(rows, ({ item }) => item)].flatMap(([item, groups]) => {
    const of = (flag: boolean): StoredShare[] =>
      groups
        .filter(({ commented }) => commented === flag)
        .map(({ people, kind, share }) => ({
          people,
          topTwo: { kind: kind as StoredShare['topTwo']['kind'], value: share },
        }))
    const [[commented], [others]] = [of(true), of(false)]
    return commented && others ? [{ item, commented, others }] : []
  })
}

export function commentStore(database: RecordDatabase): CommentStore {
  return {
    ...commentCodeStore(database),
    commentCounts: countComments(database),

    commentedShares: async (waveId) => {
      const { commentRating } = await database.records()
      return sharesOf(await commentRating.findMany({ where: { waveId }, orderBy: { item: 'asc' } }))
    },

    comments: async (waveId, { unread, offset, limit }) => {
      const { comment } = await database.records()
      const found = await comment.findMany({
        where: unread ? { waveId, read: false } : { waveId },
        // Keys are random, so their order is too.
        orderBy: { key: 'asc' },
        ...{ skip: offset, take: limit },
        include: { codes: { orderBy: { codeId: 'asc' } } },
      })
      return found.map(({ key, language, text, read, codes }) => {
        const id = Buffer.from(key).toString('hex')
        return { id, language, text, read, codes: codes.map(({ codeId }) => codeId) }
      })
    },

    codeComment: (id, codes) =>
      database.transaction(async ({ records: { comment, codedComment } }) => {
        const commentKey = new Uint8Array(Buffer.from(id, 'hex'))
        const { count } = await comment.updateMany({ where: { key: commentKey }, data: { read: true } })
        if (count === 0) return false
        await codedComment.deleteMany({ where: { commentKey } })
        await codedComment.createMany({ data: [...new Set(codes)].map((codeId) => ({ commentKey, codeId })) })
        return true
      }),
  }
}
