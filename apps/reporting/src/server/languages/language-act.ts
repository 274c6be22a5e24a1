import type { Person } from '@wayproof/accounts/accounts/person'
import type { AddedLanguage } from '@wayproof/forms/languages/ports'
import type { SentenceTree } from '@wayproof/forms/languages/sentence-tree'
import type { Outcome } from '@wayproof/kernel/outcome'
import { changedSentences } from '@wayproof/messages/added/changed-sentences'
import type { ApprovalAct } from '../approvals/approval-act.ts'
import { asOutcome } from '../approvals/as-outcome.ts'
import { askApproval } from '../approvals/ask-approval.ts'
import type { Services } from '../trpc/context.ts'

/** The sentences that travelers read once it is approved: a language that is activated, or new sentences of an active one. */
interface LanguageChange {
  readonly seen: number
  /** Null: the saved sentences are activated. */
  readonly content: { readonly name: string; readonly sentences: SentenceTree } | null
}

/** Asks a second officer, with every sentence that travelers would read for the first time. */
export async function askLanguage(
  ctx: Services,
  actor: Person,
  { tag, isActive, sentences: saved, name }: AddedLanguage,
  { seen, content }: LanguageChange,
): Promise<Outcome<unknown>> {
  const before = isActive ? saved : {}
  const sentences = changedSentences(before, content?.sentences ?? saved)
  const differences = [
    { field: 'language', before: null, after: `${tag} · ${content?.name ?? name}` },
    ...sentences.map(({ path, ...difference }) => ({ field: `sentence:${path}`, ...difference })),
  ]
  return askApproval(ctx, actor, { kind: 'language', subject: tag, differences, details: { seen, content } })
}

/** Fault `approval-outdated` if the language has changed since. */
export const languageAct: ApprovalAct = {
  approve: ({ store, user, clock }, { subject: tag, details }, decide) => {
    const { seen, content } = details as LanguageChange
    const act = { by: { id: user.id, name: user.name }, at: clock.now() }
    const { languages } = store
    return decide(async () =>
      asOutcome(
        await (content ? languages.save({ tag, seen }, content, act) : languages.setActive({ tag, seen }, true, act)),
      ),
    )
  },
}
