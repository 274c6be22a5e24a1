import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { LocalText } from '@wayproof/kernel/people/locale'

const words = (en: string, zh: string): LocalText => ({ 'zh-CN': zh, en })

const shippedItem = (id: string): Item => {
  const item = DEFAULT_QUESTIONNAIRE.items.find((candidate) => candidate.id === id)
  if (!item) throw new Error(`the shipped questionnaire has no item ${id}`)
  return item
}

const rowOf = (id: string) => {
  const { role, measure = id, 'zh-CN': zh, en } = shippedItem(id)
  return { id, role, measure, 'zh-CN': zh, en }
}

/** Aspects of the shipped questionnaire that are rows of a matrix here. */
const ROWS = ['notice', 'consent', 'security'] as const

/** A questionnaire with every type of item, published as version 2 of the shipped one. */
export const EVERY_TYPE: Questionnaire = {
  ...DEFAULT_QUESTIONNAIRE,
  version: 2,
  stem: { ...DEFAULT_QUESTIONNAIRE.stem, appliesTo: [] },
  items: [
    shippedItem('overall'),
    shippedItem('trust'),
    {
      ...words(DEFAULT_QUESTIONNAIRE.stem.en, DEFAULT_QUESTIONNAIRE.stem['zh-CN']),
      ...{ id: 'aspects', role: 'driver', type: 'matrix', scale: 'sat5', rows: ROWS.map(rowOf) },
    },
    shippedItem('contacted'),
    shippedItem('complaint'),
    {
      ...words('Which of our channels did you use?', '您使用过我们的哪些渠道？'),
      ...{ id: 'channels', role: 'profile', type: 'several', maxChosen: 2 },
      options: [
        { value: 'app', ...words('The app', '手机应用') },
        { value: 'web', ...words('The website', '网站') },
        { value: 'phone', ...words('The telephone', '电话') },
        { value: 'none', exclusive: true, ...words('None of these', '以上都没有') },
      ],
    },
    {
      ...words('Did the app ask before it used your location?', '手机应用使用位置信息前是否征求过您的同意？'),
      ...{
        id: 'asked-first',
        role: 'profile',
        type: 'yes-no',
        allowsDontKnow: true,
        showIf: { 'channels.app': 'yes' },
      },
    },
    {
      ...words('How likely are you to recommend us?', '您有多大可能向他人推荐我们？'),
      ...{ id: 'recommend', role: 'outcome', type: 'recommend', allowsDontKnow: true },
      ends: { lowest: words('Not at all likely', '完全不可能'), highest: words('Extremely likely', '非常可能') },
    },
    {
      ...words('In a few words: what should we improve first?', '请用几个词说明：您最希望我们改进什么？'),
      ...{ id: 'improve', role: 'open', type: 'short', maxLength: 120 },
    },
  ],
}
