import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import type { CodeChange } from './comment-store.ts'

type CodingFault = { readonly code: 'comment-unknown' | 'code-unknown' | 'coding-changed' }

/**
 * Changes a comment's codes and marks it read. A retired code that the comment already has may remain. Fault
 * `coding-changed`: somebody else has coded it since its reader saw its codes; nothing was changed.
 */
export async function recordCodes(
  { store }: Pick<SurveyPorts, 'store'>,
  { comment, ...change }: { readonly comment: string } & CodeChange,
): Promise<Outcome<null, CodingFault>> {
  const codes: readonly Id[] = 'added' in change ? change.added : change.codes
  const knownCodes = new Set((await store.commentCodes()).map(({ id }) => id))
  if (codes.some((id) => !knownCodes.has(id))) return fail('code-unknown')
  const result = await store.codeComment(comment, change)
  if (result === 'coded') return ok(null)
  return fail(result === 'unknown' ? 'comment-unknown' : 'coding-changed')
}
