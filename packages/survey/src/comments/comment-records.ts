import type { CommentRating } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { actingUser } from '@wayproof/journal/audit-log/acting-user'
import { addSettingChange } from '@wayproof/journal/audit-log/add-audit-entry'
import { addUnlessRecorded, ONE_READING_MS } from '@wayproof/journal/audit-log/add-reading'
import type { CommentFilter, StoredCommentedShare, StoredShare } from './comment.ts'
import { type CommentStore, codesAfter, hasSeenCodes } from './comment-store.ts'

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

/** Counts the comments of a wave: all, those that are read, and by language and code. */
const countComments =
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

/** Finds the comments of a wave one page at a time. */
const findComments =
  (database: RecordDatabase): CommentStore['comments'] =>
  async (waveId, { offset, limit, search, ...filter }) => {
    const { comment } = await database.records()
    const where = { waveId, ...conditionOf(filter) }
    // Keys are random, so their order is too.
    const orderBy = { key: 'asc' } as const
    const include = { codes: { orderBy: { codeId: 'asc' } } } as const
    // The engines differ in how they compare the case of letters, so texts are compared here.
    const keys = search
      ? (await comment.findMany({ where, orderBy, select: { key: true, text: true } }))
          .filter(({ text }) => text.toLowerCase().includes(search.toLowerCase()))
          .map(({ key }) => key)
      : null
    const rows = keys
      ? await comment.findMany({ where: { key: { in: keys.slice(offset, offset + limit) } }, orderBy, include })
      : await comment.findMany({ where, orderBy, include, skip: offset, take: limit })
    return {
      matching: keys?.length ?? (await comment.count({ where })),
      comments: rows.map(({ key, language, text, read, codes }) => {
        const id = Buffer.from(key).toString('hex')
        return { id, language, text, read, codes: codes.map(({ codeId }) => codeId) }
      }),
    }
  }

const conditionOf = ({ unread, code, language }: Omit<CommentFilter, 'search'>) => ({
  ...(unread ? { read: false } : {}),
  ...(language === undefined ? {} : { language }),
  ...(code === undefined ? {} : { codes: code === null ? { none: {} } : { some: { codeId: code } } }),
})

type CommentCodeStore = Pick<CommentStore, 'commentCodes' | 'saveCommentCode' | 'removeCommentCode'>

/** The code book of comments. */
function commentCodeStore(database: RecordDatabase): CommentCodeStore {
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
