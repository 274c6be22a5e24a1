import type { Item } from '@wayproof/forms/questionnaire/questionnaire'
import { questionHints } from '../../question-hints.ts'
import { questionsOf } from './questions-of.ts'

const listed = (texts: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(texts)

const types: Readonly<Record<Item['type'], string>> = {
  scale: 'rating scale',
  matrix: 'matrix of ratings',
  choice: 'single choice',
  several: 'several choices',
  'yes-no': 'yes or no',
  recommend: 'recommendation, 0 to 10',
  text: 'long text',
  short: 'short text',
}

/** The panels of the questionnaire editor: the list of questions, one question, its answers, the preview. */
export const questionnaireItems = {
  list: {
    title: 'Questions',
    minutes: (minutes: number) => `${minutes} min`,
    lead: 'Lead-in and length',
    leadNote: (many: number) => (many === 1 ? 'one question' : `${many} questions`),
    condition: (number: string) => `if ${number}`,
    fine: 'complete',
    add: 'Add a question',
    types,
    hint: 'Alt and an arrow key moves the question.',
  },
  item: {
    number: 'No.',
    heading: (number: string, text: string) => `${number} ${text}`,
    untitled: 'No text yet',
    duplicate: 'Duplicate',
    up: 'Move up',
    down: 'Move down',
    delete: 'Delete',
    deleteTitle: (number: string) => `Delete question ${number}?`,
    deleteText: 'Its trend ends with the next wave.',
    needed: (numbers: string) =>
      `Only some answers to it lead to ${questionsOf(numbers)}; without it everyone is asked.`,
    complete: (filled: number, all: number) => `${filled} of ${all}`,
    notInUse: (filled: number, all: number) => `not in use, ${filled} of ${all}`,
    second: 'Language of the second column',
    wording: 'Question',
    required: 'Required',
    stem: 'Under the lead-in',
    shown: 'Shown',
    toAll: 'to all',
    ifAnswer: 'only after an answer',
    ifQuestion: 'Question',
    ifCode: 'Answer',
    addCondition: 'Add a condition',
    removeCondition: 'Remove',
    skips: (answers: readonly string[], number: string) =>
      answers.length === 1
        ? `Nobody who answers “${answers[0]}” to question ${number} sees it.`
        : `Nobody who answers ${listed(answers.map((answer) => `“${answer}”`))} to question ${number} sees it.`,
    skipsToo: (numbers: string) => `The same people do not see ${questionsOf(numbers)}.`,
    unreachable: (answers: number) =>
      answers > 0
        ? `No answers meet these conditions: nobody sees the question, and its ${answers} answers are unreachable.`
        : 'No answers meet these conditions: nobody sees the question.',
    noEarlier: 'No earlier question has answers to choose from.',
    id: (id: string) => `ID in files: ${id}`,
  },
  scale: {
    which: 'Scale',
    shared: (numbers: string) => `Scale, shared with ${questionsOf(numbers)}`,
    own: 'Scale of this question alone',
    edit: 'Edit the scale',
    editNote: (many: number) =>
      many > 1 ? `A change breaks the trends of ${many} questions.` : 'A change breaks the trend.',
    done: 'Done',
    copy: 'Use a copy of its own',
    point: (value: number) => `Point ${value}`,
    offScale: 'Off the scale',
    satisfied: 'Points that count as satisfied',
  },
  choice: {
    title: 'Answers',
    answer: (number: number) => `Answer ${number}`,
    add: 'Add an answer',
    up: (number: number) => `Move answer ${number} up`,
    remove: (number: number) => `Delete answer ${number}`,
  },
  several: {
    exclusive: 'Excludes the other answers, such as “none of these”',
    most: 'Most answers of one traveler',
    mostNote: 'Leave it empty for any number.',
  },
  matrix: {
    title: 'Statements',
    answer: (number: number) => `Statement ${number}`,
    add: 'Add a statement',
    up: (number: number) => `Move statement ${number} up`,
    remove: (number: number) => `Delete statement ${number}`,
  },
  recommend: { title: 'Wording of the ends', lowest: 'Wording of 0', highest: 'Wording of 10' },
  dontKnow: 'Offer “Don’t know”',
  open: {
    length: 'Longest answer, in characters',
    reason: 'Why the question must ask for an identity',
    reasonNote: 'Only for a question that asks for an identity, passport, card or phone number.',
  },
  stem: {
    title: 'Lead-in and length',
    note: 'shown above a group of questions',
    wording: 'Lead-in',
    minutes: 'Minutes that an answer takes',
    questions: 'Questions under the lead-in',
  },
  languages: { 'zh-CN': '简体中文', en: 'English' },
  preview: {
    title: 'Preview on a phone',
    all: (many: number) => `Show all ${many} questions`,
    few: 'Show the selected question',
    language: 'Language of the preview',
    hints: questionHints,
    names: { 'zh-CN': '中文', en: 'English' },
  },
}
