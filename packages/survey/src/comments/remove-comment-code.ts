import { fail, type Id, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'

/** Takes a code out of the code book. One that comments have is kept for them, and assigned no more. */
export async function removeCommentCode(
  { store }: Pick<SurveyPorts, 'store'>,
  { id }: { readonly id: Id },
): Promise<Outcome<'removed' | 'retired', { readonly code: 'code-unknown' }>> {
  const done = await store.removeCommentCode(id)
  return done === null ? fail('code-unknown') : ok(done)
}
