import type { Id } from '@wayproof/kernel/id'
import type { CommentCode, CommentCounts, CommentFilter, FoundComments, StoredCommentedShare } from './comment.ts'

/** The new codes of a comment, in place of those that its reader saw; or codes that it gets whatever it has. */
export type CodeChange =
  | { readonly codes: readonly Id[]; readonly seen?: readonly Id[] | undefined }
  | { readonly added: readonly Id[] }

/** Whether a comment still has the codes that its reader saw. */
export const hasSeenCodes = (change: CodeChange, current: readonly Id[]): boolean =>
  'added' in change ||
  change.seen === undefined ||
  (change.seen.every((id) => current.includes(id)) && current.every((id) => change.seen?.includes(id)))

/** The codes of a comment after a change. */
export const codesAfter = (change: CodeChange, current: readonly Id[]): readonly Id[] => [
  ...new Set('added' in change ? [...current, ...change.added] : change.codes),
]

/** Storage of masked comments of unlinked waves, and of the code book. */
export interface CommentStore {
  /** All codes ordered by name, including retired ones. */
  commentCodes(): Promise<readonly CommentCode[]>
  /** Adds or renames a code. False if another active code has one of the names. */
  saveCommentCode(code: Omit<CommentCode, 'retired'>): Promise<boolean>
  /** Null if the code is not in the code book or is already retired. */
  removeCommentCode(id: Id): Promise<'removed' | 'retired' | null>
  commentCounts(waveId: Id): Promise<CommentCounts>
  /** Satisfaction with each item among people who left a comment and people who did not, rounded as stored. */
  commentedShares(waveId: Id): Promise<readonly StoredCommentedShare[]>
  /** Comments in an order unrelated to when they were written. */
  comments(
    waveId: Id,
    page: CommentFilter & { readonly offset: number; readonly limit: number },
  ): Promise<FoundComments>
  /** Changes the comment's codes and marks it read, unless others have changed them since they were seen. */
  codeComment(id: string, change: CodeChange): Promise<'coded' | 'unknown' | 'changed'>
}
