import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface ReplayFiles {
  readonly roster: string
  readonly incidents: string
  readonly respondents: string
  /** Number of incidents collected each year in all industries; null if the file is missing. */
  readonly collected: string | null
}

/** Finds them in `folder`; otherwise returns the missing names. */
export function replayFiles(folder: string): { readonly files: ReplayFiles } | { readonly missing: readonly string[] } {
  const names = namesIn(folder)
  const fileNamed = (name: string, pattern: RegExp) => ({
    name,
    file: names.find((candidate) => pattern.test(candidate)),
  })
  const requiredFiles = [
    fileNamed('staff-roster.txt', /^staff-roster\.txt$/),
    fileNamed('vcdb-travel.csv', /^vcdb-travel\.csv$/),
    fileNamed('sfo-airport-*.csv', /^sfo-airport-.*\.csv$/),
  ]
  const missingNames = requiredFiles.filter(({ file }) => !file).map(({ name }) => name)
  if (missingNames.length > 0) return { missing: missingNames }
  const [roster, incidents, respondents] = requiredFiles.map(({ file }) => join(folder, file!)) as [
    string,
    string,
    string,
  ]
  const byYear = names.find((name) => name === 'vcdb-travel-by-year.csv')
  return { files: { roster, incidents, respondents, collected: byYear ? join(folder, byYear) : null } }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
