import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'

/** Removes a code from the code book. A code that comments use is retired instead. */
export async function removeCommentCode(
  { store }: Pick<SurveyPorts, 'store'>,
  { id }: { readonly id: Id },
): Promise<Outcome<'removed' | 'retired', { readonly code: 'code-unknown' }>> {
  const isRemoved = await store.removeCommentCode(id)
  return isRemoved === null ? fail('code-unknown') : ok(isRemoved)
}
