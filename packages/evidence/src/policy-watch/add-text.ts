import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { lettersOf } from '../policy-text/letters.ts'
import { isLanguageTag } from '../registers/policies/language-tag.ts'
import type { PolicyWatchPorts } from './ports.ts'

/** Longest approved text in characters. */
export const LONGEST_POLICY = 200_000
/** Fewest letters of an approved text; a shorter one would match many pages. */
const FEWEST_LETTERS = 100

export interface AddPolicyText {
  readonly version: string
  readonly language: string
  readonly text: string
  /** Name of the officer. */
  readonly by: string
}

export type PolicyTextFault =
  | 'version-unknown'
  | 'language-unknown'
  | 'text-too-short'
  | 'text-too-long'
  | 'text-proven'

/**
 * Stores the approved text of a version in a language for comparison with pages. It can be replaced until a page was
 * found to show it; after that a changed text needs a new version.
 */
export async function addPolicyText(
  { policies, clock }: Pick<PolicyWatchPorts, 'policies' | 'clock'>,
  { version, language, text, by }: AddPolicyText,
): Promise<Outcome<null, { readonly code: PolicyTextFault }>> {
  if (!isLanguageTag(language)) return fail('language-unknown')
  if (text.length > LONGEST_POLICY) return fail('text-too-long')
  if (lettersOf(text, FEWEST_LETTERS).length < FEWEST_LETTERS) return fail('text-too-short')
  const added = await policies.addText({ version, language, text, by, at: clock.now() })
  return added === 'added' ? ok(null) : fail(added)
}
