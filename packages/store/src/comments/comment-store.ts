import type { CodedComment, CommentCode, CommentStore, KeptCommentedShare, KeptShare } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'

interface CodeRow {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly retired: number
}

interface CommentRow extends Pick<CodedComment, 'id' | 'language' | 'text'> {
  readonly read: number
  /** A JSON list. */
  readonly codes: string
}

// Keys are random, and so is their order.
const PAGE = `SELECT lower(hex(key)) AS id, language, text, read,
    (SELECT json_group_array(code_id) FROM coded_comment WHERE comment_key = comment.key) AS codes
  FROM comment WHERE wave_id = @waveId AND (NOT @unread OR NOT read) ORDER BY key LIMIT @limit OFFSET @offset`

const codeOf = ({ id, name_zh, name_en, retired }: CodeRow): CommentCode => {
  return { id, name: { 'zh-CN': name_zh, en: name_en }, retired: retired === 1 }
}

interface ShareRow {
  readonly item: string
  readonly commented: number
  readonly people: number
  readonly kind: KeptShare['topTwo']['kind']
  readonly share: number
}

const SHARES = 'SELECT item, commented, people, kind, share FROM comment_rating WHERE wave_id = ?'

function sharesOf(rows: readonly ShareRow[]): readonly KeptCommentedShare[] {
  return [...Map.groupBy(rows, ({ item }) => item)].flatMap(([item, groups]) => {
    const of = (flag: number): KeptShare[] =>
      groups
        .filter(({ commented }) => commented === flag)
        .map(({ people, kind, share }) => ({ people, topTwo: { kind, value: share } }))
    const [[commented], [others]] = [of(1), of(0)]
    return commented && others ? [{ item, commented, others }] : []
  })
}

export function commentStore(database: Database): CommentStore {
  const countBy = (text: string, waveId: string) =>
    Object.fromEntries(
      database
        .read<{ name: string; n: number }>(text)
        .all(waveId)
        .map(({ name, n }) => [name, n]),
    )
  return {
    commentCodes: async () =>
      database.read<CodeRow>('SELECT * FROM comment_code ORDER BY name_en, id').all().map(codeOf),

    saveCommentCode: ({ id, name: { 'zh-CN': zh, en } }) =>
      database.write((sql) => {
        const taken = sql(`SELECT 1 FROM comment_code WHERE id <> ? AND NOT retired
          AND (name_zh = ? OR lower(name_en) = lower(?))`).get(id, zh, en)
        if (taken) return false
        sql(`INSERT INTO comment_code (id, name_zh, name_en) VALUES (?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en`).run(id, zh, en)
        return true
      }),

    removeCommentCode: (id) =>
      database.write((sql) => {
        const unused = sql(`DELETE FROM comment_code WHERE id = ? AND NOT retired
          AND NOT EXISTS (SELECT 1 FROM coded_comment WHERE code_id = comment_code.id)`)
        if (unused.run(id).changes === 1) return 'removed'
        const retired = sql('UPDATE comment_code SET retired = 1 WHERE id = ? AND NOT retired').run(id)
        return retired.changes === 1 ? 'retired' : null
      }),

    commentCounts: async (waveId) => {
      const counts = database
        .read<{ all: number; read: number }>(
          'SELECT COUNT(*) AS "all", COALESCE(SUM(read), 0) AS read FROM comment WHERE wave_id = ?',
        )
        .get(waveId)
      return {
        all: counts?.all ?? 0,
        read: counts?.read ?? 0,
        byLanguage: countBy(
          'SELECT language AS name, COUNT(*) AS n FROM comment WHERE wave_id = ? GROUP BY language',
          waveId,
        ),
        byCode: countBy(
          `SELECT code_id AS name, COUNT(*) AS n FROM comment JOIN coded_comment ON comment_key = key
           WHERE wave_id = ? GROUP BY code_id`,
          waveId,
        ),
      }
    },

    commentedShares: async (waveId) => sharesOf(database.read<ShareRow>(SHARES).all(waveId)),

    comments: async (waveId, { unread, offset, limit }) =>
      database
        .read<CommentRow>(PAGE)
        .all({ waveId, unread: unread ? 1 : 0, offset, limit })
        .map(({ read, codes, ...comment }) => {
          return { ...comment, read: read === 1, codes: JSON.parse(codes) as string[] }
        }),

    codeComment: (id, codes) =>
      database.write((sql) => {
        const key = Buffer.from(id, 'hex')
        if (sql('UPDATE comment SET read = 1 WHERE key = ?').run(key).changes === 0) return false
        sql('DELETE FROM coded_comment WHERE comment_key = ?').run(key)
        const add = sql('INSERT INTO coded_comment (comment_key, code_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
        for (const code of codes) add.run(key, code)
        return true
      }),
  }
}
