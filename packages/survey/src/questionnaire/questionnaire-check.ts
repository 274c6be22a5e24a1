import { LOCALES, type LocalText } from '@wayproof/kernel'
import { asksForIdentity } from './identity-question.ts'
import type { Questionnaire } from './questionnaire.ts'
import { conditionsOf } from './show-if.ts'

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
  /** The item, scale or part with the fault. */
  readonly at: string
}

/** Field names reserved for the page; an item must not use them. */
export const RESERVED_FIELDS: readonly string[] = ['receipt', 'lang', 'draft']

const translated = (text: LocalText | undefined) => LOCALES.every((locale) => text?.[locale]?.trim())

/** All faults that prevent publishing a questionnaire; empty if there are none. */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly QuestionnaireFault[] {
  const { items, scales, stem } = questionnaire
  const faults: QuestionnaireFault[] = []
  const note = (isFaulty: boolean, code: QuestionnaireFault['code'], at: string) => {
    if (isFaulty) faults.push({ code, at })
  }
  note(
    !questionnaire.id || !(Number.isInteger(questionnaire.version) && questionnaire.version > 0),
    'identity-missing',
    '',
  )
  note(!items.some((item) => item.required && !item.showIf), 'no-required-item', '')
  note(!translated(stem), 'translation-missing', 'stem')
  for (const id of stem.appliesTo) note(!items.some((item) => item.id === id), 'stem-item-unknown', id)
  for (const [id, scale] of Object.entries(scales)) {
    const codes = [...scale.points.map(({ value }) => String(value)), ...scale.offScale.map(({ code }) => code)]
    note(scale.points.length === 0, 'scale-empty', id)
    note(new Set(codes).size < codes.length, 'option-twice', id)
    note(![...scale.points, ...scale.offScale].every(translated), 'translation-missing', id)
  }
  const conditions = conditionsOf(questionnaire)
  items.forEach((item, index) => {
    const earlier = items.slice(0, index)
    note(!/^[a-z][a-z0-9-]*$/.test(item.id) || RESERVED_FIELDS.includes(item.id), 'id-malformed', item.id)
    note(
      earlier.some(({ id }) => id === item.id),
      'id-twice',
      item.id,
    )
    note(!translated(item), 'translation-missing', item.id)
    note(conditions[index] === null, 'item-unreachable', item.id)
    if (item.type === 'scale') note(!Object.hasOwn(scales, item.scale), 'scale-unknown', item.id)
    if (item.type === 'choice') {
      const values = item.options.map(({ value }) => value)
      note(values.length === 0 || values.includes(''), 'options-missing', item.id)
      note(new Set(values).size < values.length, 'option-twice', item.id)
      note(!item.options.every(translated), 'translation-missing', item.id)
    }
    if (item.type === 'text') {
      note(asksForIdentity(item) && !item.asksIdentityBecause?.trim(), 'asks-identity', item.id)
      note(!(Number.isInteger(item.maxLength) && item.maxLength > 0), 'length-missing', item.id)
      note(
        earlier.some(({ type }) => type === 'text'),
        'second-open-text',
        item.id,
      )
    }
  })
  return faults
}
