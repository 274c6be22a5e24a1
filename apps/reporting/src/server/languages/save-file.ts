import { readLanguageFile } from '@wayproof/messages/added'
import type { LanguageAct, SurveyLanguages } from '@wayproof/survey'
import { checkOfFile } from './check-of-file.ts'

interface UploadedFile {
  readonly file: string
  readonly seen: number
}

export async function saveFile(languages: SurveyLanguages, { file, seen }: UploadedFile, act: LanguageAct) {
  const read = readLanguageFile(file)
  if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
  const { tag, name, sentences } = read.value
  const isFaulty = checkOfFile(read.value).faults.length > 0
  if (isFaulty && (await languages.get(tag))?.isActive) return { outcome: 'incomplete' } as const
  const isSaved = await languages.save({ tag, seen }, { name, sentences }, act)
  return { outcome: isSaved ? 'saved' : 'changed' } as const
}
