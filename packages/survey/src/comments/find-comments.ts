import type { RecordDatabase } from '@wayproof/database/record-database'
import type { CommentFilter } from './comment.ts'
import type { CommentStore } from './comment-store.ts'

/** Finds the comments of a wave one page at a time. */
export const findComments =
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
