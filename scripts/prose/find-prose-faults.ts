import { isSource, isTest, type PlaceFault, type ProjectFile } from '../places/place.ts'
import { readComments } from './comments.ts'
import { hiddenSubject } from './openings.ts'
import { readPage } from './pages.ts'
import { findDeadPaths, type PathExists } from './paths.ts'
import { privateWords } from './private-words.ts'
import type { Sentence } from './sentence.ts'
import { readTitles } from './titles.ts'

const isPage = (path: string): boolean => path.endsWith('.md')

function sentencesOf({ path, text }: ProjectFile): readonly Sentence[] {
  if (isPage(path)) return readPage(text)
  return isTest(path) ? [...readComments(text), ...readTitles(text)] : readComments(text)
}

function findWordFaults(file: ProjectFile): PlaceFault[] {
  return sentencesOf(file).flatMap((sentence) => {
    const fault = (rule: string, message: string): PlaceFault => ({
      path: file.path,
      line: sentence.line,
      rule,
      message,
    })
    const opening = hiddenSubject(sentence)
    return [
      ...(opening ? [fault('opening', `\`${opening}\` hides the subject: name who does what`)] : []),
      ...privateWords(sentence).map(({ match, replacement }) => fault('private-word', `"${match}": ${replacement}`)),
    ]
  })
}

/** Returns the faults in the prose of comments, titles of tests and pages, file by file. */
export function findProseFaults(files: readonly ProjectFile[], exists: PathExists): PlaceFault[] {
  const pages = files.filter(({ path }) => isPage(path))
  return files
    .filter(({ path }) => isPage(path) || isSource(path))
    .flatMap((file) => [...findWordFaults(file), ...(isPage(file.path) ? findDeadPaths(file, exists, pages) : [])])
}
