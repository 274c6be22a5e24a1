import type { BrokenTrend, QuestionnaireFault } from '@wayproof/survey'

const faults: Record<QuestionnaireFault['code'], (at: string) => string> = {
  'identity-missing': () => 'It needs an id, and a whole number from 1 up as its version.',
  'no-required-item': () => 'At least one question that everybody is shown must be required.',
  'id-malformed': (at) =>
    `"${at}" cannot be an id: small letters, digits and hyphens, and no name the page needs itself.`,
  'id-twice': (at) => `The id "${at}" stands twice.`,
  'translation-missing': (at) => `"${at}" has no words in one of the languages.`,
  'scale-unknown': (at) => `"${at}" names a scale that is not there.`,
  'scale-empty': (at) => `The scale "${at}" has no points.`,
  'options-missing': (at) => `"${at}" offers nothing to choose, or an empty value.`,
  'option-twice': (at) => `"${at}" offers the same value twice.`,
  'length-missing': (at) => `"${at}" needs a greatest length from 1 up.`,
  'second-open-text': (at) => `"${at}" is a second open question; only one is kept.`,
  'item-unreachable': (at) =>
    `No answer leads to "${at}": each condition must name an earlier question and a value of it, and no two on the way may ask different values of one question.`,
  'stem-item-unknown': (at) => `The common words apply to "${at}", which is not there.`,
  'asks-identity': (at) =>
    `"${at}" asks for an identity number, a passport, a card or a phone. If it must, say why in "asksIdentityBecause".`,
}

const because: Record<BrokenTrend['because'], string> = {
  new: 'new',
  gone: 'gone',
  wording: 'other words',
  scale: 'other choices',
  'shown-to-others': 'shown to others',
}

/** Sentences of the command that checks and publishes questionnaires. */
export const questionnaires = {
  faults,
  holds: (id: string, version: number, items: number) =>
    `${id}, version ${version}: ${items} questions, nothing is wrong.`,
  wrong: (count: number) => `Nothing was published. Please correct ${count === 1 ? 'this' : `these ${count}`}:`,
  overridden: (id: string, why: string) => `"${id}" asks for identity. Stated reason: ${why}`,
  first: 'No version has been published before.',
  trends: (version: number) => `Compared with version ${version}, these trends break:`,
  noTrend: (version: number) => `Compared with version ${version}, every trend goes on.`,
  trend: (id: string, why: BrokenTrend['because']) => `${id}: ${because[why]}`,
  published: (version: number) => `Version ${version} is published. Waves that open from now on ask it.`,
  versionTaken: (version: number) =>
    `Version ${version} is published with other words: what was asked may not change behind the answers. Raise "version".`,
  versionOld: (version: number, latest: number) =>
    `Version ${version} is older than version ${latest}, which is published.`,
  unreadable: (file: string) => `${file} cannot be read.`,
  notJson: (file: string, why: string) => `${file} is not JSON: ${why}`,
  malformed: (file: string, places: string) =>
    `${file} has not the form of a questionnaire. Wrong or missing: ${places}`,
  usage:
    'Usage: pnpm questionnaire FILE [--publish] [--data FOLDER] [--json]\nChecks a questionnaire, and with --publish makes it the one that coming waves ask. FOLDER holds wayproof.db (default: DATA_DIR or ./data).',
  noFile: 'Name the file with the questionnaire.',
  noDatabase: (folder: string) => `There is no database in ${folder}. Start Wayproof there once.`,
}
