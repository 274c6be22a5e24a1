import type { Person } from '@wayproof/accounts/accounts/person'
import type { AddedLanguage, SeenLanguage } from '@wayproof/forms/languages/ports'
import { checkSentences } from '@wayproof/messages/added/check-sentences'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { askLanguage } from './language-act.ts'

/** Asks another officer to activate a complete language, or deactivates one at once. */
export async function changeActivity(
  ctx: Services,
  actor: Person,
  { tag, seen, isActive }: SeenLanguage & { readonly isActive: boolean },
) {
  const { languages } = ctx.store
  const language = await languages.get(tag)
  if (!language) return { outcome: 'unknown' } as const
  if (isActive && !isComplete(language)) return { outcome: 'incomplete' } as const
  if (isActive) {
    if (language.revision !== seen || language.isActive) return { outcome: 'changed' } as const
    unwrap(await askLanguage(ctx, actor, language, { seen, content: null }))
    return { outcome: 'waits' } as const
  }
  const isSaved = await languages.setActive({ tag, seen }, false, { by: actor, at: ctx.clock.now() })
  return { outcome: isSaved ? 'saved' : 'changed' } as const
}

/** A saved sentence that no page uses is no fault: an update of the product may have removed it. */
function isComplete({ sentences, tag }: AddedLanguage): boolean {
  const { complete, all } = checkSentences(sentences, tag)
  return complete === all
}
