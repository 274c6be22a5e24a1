import type { BrokenTrend } from '@wayproof/forms/questionnaire/broken-trends'
import type { QuestionnaireFault, QuestionnaireWarning } from '@wayproof/forms/questionnaire/questionnaire-check'

const faults: Record<QuestionnaireFault['code'], (at: string, language?: string) => string> = {
  'identity-missing': () => 'An ID and a whole-number version from 1 are required.',
  'no-required-item': () => 'At least one question shown to everyone must be required.',
  'id-malformed': (at) =>
    `“${at}” is not a valid ID: use lowercase letters, digits and hyphens, and no name reserved by the page.`,
  'id-twice': (at) => `Duplicate ID “${at}”.`,
  'translation-missing': (at, language) =>
    language === undefined ? `“${at}”: missing translation.` : `“${at}”: missing translation into “${language}”.`,
  'scale-unknown': (at) => `“${at}” uses a scale that does not exist.`,
  'scale-empty': (at) => `The scale “${at}” has no points.`,
  'options-missing': (at) => `“${at}” has no options, or an empty value.`,
  'option-twice': (at) => `“${at}” has a duplicate option value.`,
  'length-missing': (at) => `“${at}” needs a maximum length of at least 1.`,
  'second-open-text': (at) => `“${at}” is a second open question; only one is allowed.`,
  'item-unreachable': (at) =>
    `“${at}” can never be shown: conditions must name an earlier question and one of its values, and must not contradict each other.`,
  'stem-item-unknown': (at) => `The shared stem applies to “${at}”, which does not exist.`,
  'asks-identity': (at) =>
    `“${at}” asks for an ID number, passport, card or phone. If it must, give the reason in “asksIdentityBecause”.`,
  'rows-missing': (at) => `“${at}” has no statements.`,
  'stem-item-grouped': (at) => `The shared stem cannot apply to “${at}”, which has its own.`,
  'too-many-options': (at) => `“${at}” has more than 40 options.`,
  'most-chosen-wrong': (at) => `“${at}”: “maxChosen” must be a whole number from 1 to the number of options.`,
  'short-text-too-long': (at) => `“${at}” is a short text; its maximum length is at most 200.`,
  'goal-not-rated': (at) => `“${at}” is judged as a goal, so it must be rated on a scale.`,
  'headline-missing': () =>
    'The goal needs its headline: a question with the ID “overall” and the role “headline”, rated on a scale.',
  'headline-twice': (at) => `“${at}” is a second headline; only “overall” may have the role “headline”.`,
  'satisfied-missing': (at) =>
    `The scale “${at}” names no satisfied points: list the values that count as satisfied in “satisfied”.`,
  'satisfied-all': (at) =>
    `On the scale “${at}” every point counts as satisfied: leave at least one value out of “satisfied”.`,
  'satisfied-unknown': (at) => `The scale “${at}” names a satisfied point that it does not have.`,
}

const warnings: Record<QuestionnaireWarning['code'], (count: number) => string> = {
  'many-questions': (count) => `${count} questions: with more than 15, people stop answering.`,
}

const because: Record<BrokenTrend['because'], string> = {
  new: 'new',
  gone: 'removed',
  wording: 'reworded',
  scale: 'different options',
  'satisfied-points': 'other points count as satisfied',
  'shown-to-others': 'different audience',
}

/** Sentences of the command that checks and publishes questionnaires. */
export const questionnaires = {
  faults,
  warnings,
  holds: (id: string, version: number, items: number) => `${id}, version ${version}: ${items} questions, valid.`,
  wrong: (count: number) => `Nothing was published. Correct ${count === 1 ? 'this' : `these ${count}`}:`,
  overridden: (id: string, why: string) => `“${id}” asks for an identity. Reason given: ${why}`,
  first: 'No version has been published before.',
  trends: (version: number) => `Compared with version ${version}, these trends break:`,
  noTrend: (version: number) => `Compared with version ${version}, every trend continues.`,
  trend: (id: string, why: BrokenTrend['because']) => `${id}: ${because[why]}`,
  published: (version: number) => `Version ${version} is published. Waves opened from now on use it.`,
  versionTaken: (version: number) =>
    `Version ${version} is already published with different content. Increase “version”.`,
  versionOld: (version: number, latest: number) => `Version ${version} is older than the published version ${latest}.`,
  unreadable: (file: string) => `${file} cannot be read.`,
  notJson: (file: string, line: number) => `${file}: line ${line} or the one before it is not valid JSON.`,
  tooDeep: (file: string, line: number) => `${file}: line ${line} is nested too deeply.`,
  keyTwice: (file: string, line: number, key: string) => `${file}: line ${line} has “${key}” a second time.`,
  malformed: (file: string, places: string) => `${file} is not a valid questionnaire. Wrong or missing: ${places}`,
  usage:
    'Usage: wayproof questionnaire FILE [--publish] [--data FOLDER] [--json]\nChecks a questionnaire. With --publish, later waves use it. FOLDER holds wayproof.db (default: DATA_DIR or ./data).',
  noFile: 'Name the questionnaire file.',
  noDatabase: (folder: string) => `There is no database in ${folder}. Start Wayproof there once.`,
}
