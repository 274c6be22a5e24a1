import { fail, type Id, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'

/** Replaces a comment's codes and marks it read. A retired code that the comment already has may remain. */
export async function recordCodes(
  { store }: Pick<SurveyPorts, 'store'>,
  { comment, codes }: { readonly comment: string; readonly codes: readonly Id[] },
): Promise<Outcome<null, { readonly code: 'comment-unknown' | 'code-unknown' }>> {
  const knownCodes = new Set((await store.commentCodes()).map(({ id }) => id))
  if (codes.some((id) => !knownCodes.has(id))) return fail('code-unknown')
  return (await store.codeComment(comment, codes)) ? ok(null) : fail('comment-unknown')
}
