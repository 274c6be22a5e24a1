import type { Id } from '@wayproof/kernel'
import type { CommentCode, CommentCounts, CommentFilter, FoundComments, StoredCommentedShare } from './comment.ts'

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
  /** Replaces the comment's codes and marks it read. False if there is no such comment. */
  codeComment(id: string, codes: readonly Id[]): Promise<boolean>
}
