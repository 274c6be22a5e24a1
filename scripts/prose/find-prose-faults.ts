import { type HouseFile, isSource, type PlaceFault } from '../places/place.ts'
import { readComments } from './comments.ts'
import { hiddenSubject } from './openings.ts'
import { readPage } from './pages.ts'
import { findDeadPaths, type PathExists } from './paths.ts'
import { privateWords } from './private-words.ts'

const isPage = (path: string): boolean => path.endsWith('.md')

function findWordFaults(file: HouseFile): PlaceFault[] {
  const sentences = isPage(file.path) ? readPage(file.text) : readComments(file.text)
  return sentences.flatMap((sentence) => {
    const fault = (rule: string, says: string): PlaceFault => ({ path: file.path, line: sentence.line, rule, says })
    const opening = hiddenSubject(sentence)
    return [
      ...(opening ? [fault('opening', `\`${opening}\` hides the subject: name who does what`)] : []),
      ...privateWords(sentence).map(({ found, better }) => fault('private-word', `"${found}": ${better}`)),
    ]
  })
}

/** Returns the faults in the prose of comments and pages, file by file. */
export function findProseFaults(files: readonly HouseFile[], exists: PathExists): PlaceFault[] {
  const pages = files.filter(({ path }) => isPage(path))
  return files
    .filter(({ path }) => isPage(path) || isSource(path))
    .flatMap((file) => [...findWordFaults(file), ...(isPage(file.path) ? findDeadPaths(file, exists, pages) : [])])
}
