import type { Id } from '@wayproof/kernel'
import type { CodedComment, CommentCode, CommentCounts, KeptCommentedShare } from './comment.ts'

/** Open texts of unlinked waves, masked, and the code book. */
export interface CommentStore {
  /** In the order of their names; retired ones too. */
  commentCodes(): Promise<readonly CommentCode[]>
  /** Adds it or renames it. False when another code in use has one of the names. */
  saveCommentCode(code: Omit<CommentCode, 'retired'>): Promise<boolean>
  /** Null when it is not in the code book, or retired already. */
  removeCommentCode(id: Id): Promise<'removed' | 'retired' | null>
  commentCounts(waveId: Id): Promise<CommentCounts>
  /** How those who wrote a comment rated each item, and the others, as coarse as it was kept. */
  commentedShares(waveId: Id): Promise<readonly KeptCommentedShare[]>
  /** In an order that tells nothing. */
  comments(
    waveId: Id,
    page: { readonly unread: boolean; readonly offset: number; readonly limit: number },
  ): Promise<readonly CodedComment[]>
  /** Replaces its codes and marks it read. False when there is no such comment. */
  codeComment(id: string, codes: readonly Id[]): Promise<boolean>
}
