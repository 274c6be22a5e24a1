import type { SurveyLanguages } from '@wayproof/forms/languages/ports'
import { readLanguageFile } from '@wayproof/messages/added/language-file'
import { checkOfFile } from './check-of-file.ts'

const FAULTS_SHOWN = 100

/** Checks an uploaded file against what is saved. Saves nothing. */
export async function checkFile(languages: SurveyLanguages, file: string) {
  const read = readLanguageFile(file)
  if (!read.ok) return { outcome: 'unreadable', fault: read.fault } as const
  const { tag, name } = read.value
  const { all, complete, faults } = checkOfFile(read.value)
  const saved = await languages.get(tag)
  return {
    outcome: 'checked',
    ...{ tag, name, all, complete, faults: faults.slice(0, FAULTS_SHOWN) },
    ...{ moreFaults: Math.max(0, faults.length - FAULTS_SHOWN) },
    ...{ revision: saved?.revision ?? 0, isActive: saved?.isActive ?? false },
  } as const
}
