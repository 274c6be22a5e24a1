import type { CommentRating } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { actingUser } from '@wayproof/journal/audit-log/acting-user'
import { addUnlessRecorded, ONE_READING_MS } from '@wayproof/journal/audit-log/add-reading'
import type { StoredCommentedShare, StoredShare } from './comment.ts'
import { commentCodeStore } from './comment-codes.ts'
import { type CommentStore, codesAfter, hasSeenCodes } from './comment-store.ts'
import { countComments } from './count-comments.ts'
import { findComments } from './find-comments.ts'

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

    comments: findComments(database),

    codeComment: (id, change) =>
      database.transaction(async ({ records }) => {
        const { comment, codedComment } = records
        const commentKey = new Uint8Array(Buffer.from(id, 'hex'))
        const row = await comment.findUnique({ where: { key: commentKey } })
        if (!row) return 'unknown'
        const current = (await codedComment.findMany({ where: { commentKey } })).map(({ codeId }) => codeId)
        if (!hasSeenCodes(change, current)) return 'changed'
        await comment.update({ where: { key: commentKey }, data: { read: true } })
        await codedComment.deleteMany({ where: { commentKey } })
        await codedComment.createMany({ data: codesAfter(change, current).map((codeId) => ({ commentKey, codeId })) })
        const at = actingUser()?.at
        if (at === undefined) return 'coded'
        const { period } = await records.wave.findUniqueOrThrow({ where: { id: row.waveId } })
        // An officer codes one comment after another.
        await addUnlessRecorded(records, { act: 'comments-coded', at, subject: period }, ONE_READING_MS)
        return 'coded'
      }),
  }
}
