import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { LocalText } from '@wayproof/kernel/people/locale'
import type { SurveyPorts } from '../ports.ts'

/** Adds a code to the code book, or renames the code with `id`. */
export async function saveCommentCode(
  { store, ids }: Pick<SurveyPorts, 'store' | 'ids'>,
  { id, name }: { readonly id?: Id; readonly name: LocalText },
): Promise<Outcome<{ readonly id: Id }, { readonly code: 'code-unknown' | 'code-name-taken' }>> {
  const book = await store.commentCodes()
  if (id !== undefined && !book.some((code) => code.id === id && !code.retired)) return fail('code-unknown')
  const code = { id: id ?? ids.next(), name }
  return (await store.saveCommentCode(code)) ? ok({ id: code.id }) : fail('code-name-taken')
}
