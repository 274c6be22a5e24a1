import type { Person } from '@wayproof/accounts/accounts/person'
import { readLanguageFile } from '@wayproof/messages/added/language-file'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { checkOfFile } from './check-of-file.ts'
import { askLanguage } from './language-act.ts'

interface UploadedFile {
  readonly file: string
  readonly seen: number
}

/** Saves a draft at once; another officer approves new sentences of an active language. */
export async function saveFile(ctx: Services, actor: Person, { file, seen }: UploadedFile) {
  const { languages } = ctx.store
  const read = readLanguageFile(file)
  if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
  const { tag, name, sentences } = read.value
  const isFaulty = checkOfFile(read.value).faults.length > 0
  const language = await languages.get(tag)
  if (language?.isActive) {
    if (isFaulty) return { outcome: 'incomplete' } as const
    if (language.revision !== seen) return { outcome: 'changed' } as const
    unwrap(await askLanguage(ctx, actor, language, { seen, content: { name, sentences } }))
    return { outcome: 'waits' } as const
  }
  const isSaved = await languages.save({ tag, seen }, { name, sentences }, { by: actor, at: ctx.clock.now() })
  return { outcome: isSaved ? 'saved' : 'changed' } as const
}
