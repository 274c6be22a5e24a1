import { LOCALES } from '@wayproof/kernel/people/locale'
import { codedFrom, codedItems, tickId } from './coded-items.ts'
import { asksForIdentity } from './identity-question.ts'
import { type Item, isOpenText, type Questionnaire, type Scale, type SeveralItem, SHORT_TEXT } from './questionnaire.ts'
import { satisfiedPoints } from './satisfied-points.ts'
import { conditionsOf } from './show-if.ts'
import { type SurveyText, wordingIn } from './survey-text.ts'

export interface QuestionnaireFault {
  readonly code:
    | 'identity-missing'
    | 'no-required-item'
    | 'id-malformed'
    | 'id-twice'
    | 'translation-missing'
    | 'scale-unknown'
    | 'scale-empty'
    | 'options-missing'
    | 'option-twice'
    | 'length-missing'
    | 'second-open-text'
    | 'item-unreachable'
    | 'stem-item-unknown'
    | 'asks-identity'
    | 'rows-missing'
    | 'stem-item-grouped'
    | 'too-many-options'
    | 'most-chosen-wrong'
    | 'short-text-too-long'
    | 'goal-not-rated'
    | 'headline-missing'
    | 'headline-twice'
    | 'satisfied-missing'
    | 'satisfied-all'
    | 'satisfied-unknown'
  /** The item, scale or part with the fault. */
  readonly at: string
  /** The added language of a missing translation; absent if Chinese or English is missing. */
  readonly language?: string
}

/** Field names reserved for the page; an item must not use them. */
export const RESERVED_FIELDS: readonly string[] = ['receipt', 'lang', 'draft']

/** Most options of an item: each needs a printable character of a stored answer. */
const MOST_OPTIONS = 40

/** Questions whose answers the goals read as ratings. */
const HEADLINE = 'overall'
const RATED_FOR_GOALS = [HEADLINE, 'trust']

const isIn = (language: string) => (text: SurveyText) => Boolean(wordingIn(text, language)?.trim())
const isTranslated = (text: SurveyText) => LOCALES.every((locale) => isIn(locale)(text))
const isId = (id: string) => /^[a-z][a-z0-9-]*$/.test(id) && !RESERVED_FIELDS.includes(id)
const hasTwice = (values: readonly string[]) => new Set(values).size < values.length

/** Notes a fault at an item, scale or part if `isFaulty`. */
type Note = (isFaulty: boolean, code: QuestionnaireFault['code'], at: string) => void

/** Notes the languages that one of the texts lacks. */
type NoteTexts = (texts: readonly SurveyText[], at: string) => void

/**
 * All faults that prevent publishing a questionnaire; empty if there are none. It needs every text in Chinese, English
 * and each of the added `languages`.
 */
export function checkQuestionnaire(
  questionnaire: Questionnaire,
  languages: readonly string[] = [],
): readonly QuestionnaireFault[] {
  const { items, scales, stem } = questionnaire
  const faults: QuestionnaireFault[] = []
  const note: Note = (isFaulty, code, at) => {
    if (isFaulty) faults.push({ code, at })
  }
  const noteTexts: NoteTexts = (texts, at) => {
    note(!texts.every(isTranslated), 'translation-missing', at)
    for (const language of languages)
      if (!texts.every(isIn(language))) faults.push({ code: 'translation-missing', at, language })
  }
  note(
    !questionnaire.id || !(Number.isInteger(questionnaire.version) && questionnaire.version > 0),
    'identity-missing',
    '',
  )
  note(![...items, ...codedItems(questionnaire)].some((item) => item.required && !item.showIf), 'no-required-item', '')
  const headlines = [...new Set(headlinesOf(questionnaire))]
  note(!headlines.includes(HEADLINE), 'headline-missing', '')
  for (const id of headlines.filter((each) => each !== HEADLINE)) note(headlines.length > 1, 'headline-twice', id)
  noteTexts([stem], 'stem')
  for (const id of stem.appliesTo) {
    const item = items.find((candidate) => candidate.id === id)
    note(!item, 'stem-item-unknown', id)
    note(item?.type === 'matrix' || item?.type === 'several', 'stem-item-grouped', id)
  }
  for (const [id, scale] of Object.entries(scales)) {
    const codes = [...scale.points.map(({ value }) => String(value)), ...scale.offScale.map(({ code }) => code)]
    note(scale.points.length === 0, 'scale-empty', id)
    checkSatisfied(id, scale, note)
    note(codes.length > MOST_OPTIONS, 'too-many-options', id)
    note(hasTwice(codes), 'option-twice', id)
    noteTexts([...scale.points, ...scale.offScale], id)
  }
  const conditions = conditionsOf(questionnaire)
  const usedIds = new Set<string>()
  items.forEach((item, index) => {
    for (const question of item.type === 'matrix' ? [item, ...item.rows] : [item]) {
      note(!isId(question.id), 'id-malformed', question.id)
      note(usedIds.has(question.id), 'id-twice', question.id)
      noteTexts([question], question.id)
      usedIds.add(question.id)
    }
    note(conditions[index] === null, 'item-unreachable', item.id)
    for (const { id, kind } of codedFrom(questionnaire, item))
      note(RATED_FOR_GOALS.includes(id) && kind !== 'scale', 'goal-not-rated', id)
    checkItem(questionnaire, item, note, noteTexts)
  })
  const open = items.filter(isOpenText)
  for (const { id } of open.slice(1)) note(true, 'second-open-text', id)
  return faults
}

/** The IDs of the questions with the role of the headline; the goal reads the rating `overall`. */
const headlinesOf = (questionnaire: Questionnaire): readonly string[] =>
  codedItems(questionnaire).flatMap(({ id, role, kind }) =>
    role === 'headline' && (id !== HEADLINE || kind === 'scale') ? [id] : [],
  )

/** A share of nobody or of everybody says nothing, and a point outside the scale is never chosen. */
function checkSatisfied(id: string, scale: Scale, note: Note): void {
  const { points, satisfied = [] } = scale
  const values = points.map(({ value }) => value)
  const counted = satisfiedPoints(scale)
  note(!satisfied.every((value) => values.includes(value)), 'satisfied-unknown', id)
  if (values.length === 0) return
  note(counted.length === 0, 'satisfied-missing', id)
  note(counted.length === new Set(values).size, 'satisfied-all', id)
}

function checkItem({ scales }: Questionnaire, item: Item, note: Note, noteTexts: NoteTexts): void {
  const { id } = item
  switch (item.type) {
    case 'text':
    case 'short':
      note(asksForIdentity(item) && !item.asksIdentityBecause?.trim(), 'asks-identity', id)
      note(!(Number.isInteger(item.maxLength) && item.maxLength > 0), 'length-missing', id)
      note(item.type === 'short' && item.maxLength > SHORT_TEXT, 'short-text-too-long', id)
      return
    case 'matrix':
      note(item.rows.length === 0, 'rows-missing', id)
      note(!Object.hasOwn(scales, item.scale), 'scale-unknown', id)
      return
    case 'scale':
      note(!Object.hasOwn(scales, item.scale), 'scale-unknown', id)
      return
    case 'recommend':
      if (item.ends) noteTexts([item.ends.lowest, item.ends.highest], id)
      return
    case 'choice':
    case 'several': {
      const values = item.options.map(({ value }) => value)
      note(values.length === 0 || values.includes(''), 'options-missing', id)
      note(values.length > MOST_OPTIONS, 'too-many-options', id)
      note(hasTwice(values), 'option-twice', id)
      noteTexts(item.options, id)
      if (item.type === 'several') checkSeveral(item, note)
    }
  }
}

function checkSeveral(item: SeveralItem, note: Note): void {
  const { maxChosen, options } = item
  // A choice is a question of its own in the counts, and its value a part of the ID.
  for (const option of options) note(!/^[a-z0-9-]*$/.test(option.value), 'id-malformed', tickId(item, option))
  const isWrong =
    maxChosen !== undefined && !(Number.isInteger(maxChosen) && maxChosen >= 1 && maxChosen <= options.length)
  note(isWrong, 'most-chosen-wrong', item.id)
}

export interface QuestionnaireWarning {
  readonly code: 'many-questions'
  readonly count: number
}

/** Number of questions above which people stop answering. */
export const MANY_QUESTIONS = 15

/** The questions that a traveler reads: each row of a matrix, and several choices as one. */
export const questionCount = (questionnaire: Questionnaire): number =>
  questionnaire.items.reduce((sum, item) => sum + (item.type === 'matrix' ? item.rows.length : 1), 0)

/** Weaknesses that do not prevent publishing. */
export function questionnaireWarnings(questionnaire: Questionnaire): readonly QuestionnaireWarning[] {
  const count = questionCount(questionnaire)
  return count > MANY_QUESTIONS ? [{ code: 'many-questions', count }] : []
}
