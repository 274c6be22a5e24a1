import { fail, type Id, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'

/** Gives a comment these codes in place of those it had; from then on it counts as read. A retired code may stay. */
export async function recordCodes(
  { store }: Pick<SurveyPorts, 'store'>,
  { comment, codes }: { readonly comment: string; readonly codes: readonly Id[] },
): Promise<Outcome<null, { readonly code: 'comment-unknown' | 'code-unknown' }>> {
  const known = new Set((await store.commentCodes()).map(({ id }) => id))
  if (codes.some((id) => !known.has(id))) return fail('code-unknown')
  return (await store.codeComment(comment, codes)) ? ok(null) : fail('comment-unknown')
}
