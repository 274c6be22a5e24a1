export { buildSentences } from './build-sentences.ts'
export { type ChangedSentence, changedSentences } from './changed-sentences.ts'
export { checkSentences, type SentenceCheck, type SentenceFault } from './check-sentences.ts'
export {
  type LanguageFile,
  type LanguageFileFault,
  LONGEST_LANGUAGE_NAME,
  languageTemplate,
  readLanguageFile,
} from './language-file.ts'
export { type ChangedPromise, changedPromises } from './promises.ts'
