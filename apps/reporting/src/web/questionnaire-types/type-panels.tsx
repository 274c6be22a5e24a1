import { Checkbox } from '@mantine/core'
import {
  type Item,
  isOpenText,
  type Questionnaire,
  type SeveralOption,
} from '@wayproof/forms/questionnaire/questionnaire'
import { allWordings, type SurveyText, withWording } from '@wayproof/forms/questionnaire/survey-text'
import { freeId } from '@wayproof/forms/questionnaire-draft/draft-changes'
import type { ComponentType } from 'react'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import styles from '../questionnaire-fields/items.module.css'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'
import { ScalePanel } from './scale-panel.tsx'
import { TextRows } from './text-rows.tsx'

const RECOMMEND_PANEL_NO_TEXT: SurveyText = { 'zh-CN': '', en: '' }

/** The wording of both ends of a recommendation. Without any text the numbers stand alone. */
function RecommendPanel({ item, changeItem }: ItemEditing) {
  const { recommend: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'recommend') return null
  const { ends = { lowest: RECOMMEND_PANEL_NO_TEXT, highest: RECOMMEND_PANEL_NO_TEXT }, ...rest } = item
  const change = (next: typeof ends, field: string) => {
    const isBlank = [next.lowest, next.highest].every((end) => allWordings(end).every((words) => words === ''))
    changeItem(isBlank ? rest : { ...rest, ends: next }, `${item.id} ${field}`)
  }
  return (
    <fieldset className={styles.block}>
      <legend className={styles.label}>{text.title}</legend>
      <LocalFields
        label={text.lowest}
        mark="0"
        value={ends.lowest}
        onChange={(language, words) =>
          change({ ...ends, lowest: withWording(ends.lowest, language, words) }, `lowest ${language}`)
        }
      />
      <LocalFields
        label={text.highest}
        mark="10"
        value={ends.highest}
        onChange={(language, words) =>
          change({ ...ends, highest: withWording(ends.highest, language, words) }, `highest ${language}`)
        }
      />
      <DontKnowField item={item} changeItem={changeItem} />
    </fieldset>
  )
}

/** The choices of a question with several, which of them exclude the others, and how many an answer may have. */
function SeveralPanel({ item, changeItem }: ItemEditing) {
  const { choice, several: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'several') return null
  const { maxChosen, ...rest } = item
  return (
    <>
      <TextRows<SeveralOption>
        rows={item.options}
        words={choice}
        blank={() => ({ value: freeValue(item.options), 'zh-CN': '', en: '' })}
        extra={(option, change) => (
          <Checkbox
            size="xs"
            className={styles.exclusive}
            label={text.exclusive}
            checked={option.exclusive ?? false}
            onChange={({ currentTarget: { checked } }) => {
              const { exclusive: _, ...plain } = option
              change(checked ? { ...plain, exclusive: true } : plain)
            }}
          />
        )}
        onChange={(options, place) => changeItem({ ...item, options }, place ? `${item.id} ${place}` : null)}
      />
      <div className={styles.block}>
        <TextField
          label={text.most}
          description={text.mostNote}
          type="number"
          inputMode="numeric"
          className={styles.short}
          value={maxChosen ?? ''}
          onChange={({ currentTarget: { value } }) =>
            changeItem(value === '' ? rest : { ...rest, maxChosen: Math.trunc(Number(value)) || 0 }, `${item.id} most`)
          }
        />
      </div>
    </>
  )
}

/** The length of an open answer, and why the question may ask for an identity. */
function TextPanel({ item, changeItem }: ItemEditing) {
  const { open: text } = useLanguage().words.reporting.questionnaireItems
  if (!isOpenText(item)) return null
  const { asksIdentityBecause = '', ...rest } = item
  return (
    <div className={styles.block}>
      <TextField
        label={text.length}
        type="number"
        inputMode="numeric"
        className={styles.short}
        value={Number.isFinite(item.maxLength) && item.maxLength > 0 ? item.maxLength : ''}
        onChange={({ currentTarget: { value } }) =>
          changeItem({ ...item, maxLength: Math.trunc(Number(value)) || 0 }, `${item.id} length`)
        }
      />
      <TextField
        label={text.reason}
        description={text.reasonNote}
        translate="no"
        dir="auto"
        value={asksIdentityBecause}
        onChange={({ currentTarget: { value } }) =>
          changeItem(value === '' ? rest : { ...rest, asksIdentityBecause: value }, `${item.id} reason`)
        }
      />
    </div>
  )
}

/** The statements of a matrix and the scale on which each is rated. */
function MatrixPanel(editing: ItemEditing) {
  const { questionnaire, item, changeItem } = editing
  const { matrix: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'matrix') return null
  const blank = () => ({
    ...{ id: freeId(questionnaire, `${item.id}-${item.rows.length + 1}`), role: 'driver', 'zh-CN': '', en: '' },
  })
  return (
    <>
      <TextRows
        rows={item.rows}
        words={text}
        blank={blank}
        onChange={(rows, place) => changeItem({ ...item, rows }, place ? `${item.id} ${place}` : null)}
      />
      <ScalePanel {...editing} />
    </>
  )
}

/** The answers of a single choice in both languages. */
function ChoicePanel({ item, changeItem }: ItemEditing) {
  const { choice: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'choice') return null
  return (
    <TextRows
      rows={item.options}
      words={text}
      blank={() => ({ value: freeValue(item.options), 'zh-CN': '', en: '' })}
      onChange={(options, place) => changeItem({ ...item, options }, place ? `${item.id} ${place}` : null)}
    />
  )
}

/** A yes-or-no question has no answers of its own. */
const YesNoPanel = ({ item, changeItem }: ItemEditing) => (
  <div className={styles.block}>
    <DontKnowField item={item} changeItem={changeItem} />
  </div>
)

/** The editor's part of a type of question. A new type is one entry, and its name among the words. */
interface TypePanel {
  /** A new question of the type, without texts. */
  readonly blank: (questionnaire: Questionnaire, id: string) => Item
  /** Everything below the wording: answers, scale, length. */
  readonly Panel: ComponentType<ItemEditing>
}

const NO_TEXT = { 'zh-CN': '', en: '' }

const twoOptions = () => ['a', 'b'].map((value) => ({ ...NO_TEXT, value }))
const firstScale = ({ scales }: Questionnaire) => Object.keys(scales)[0] ?? ''

export const TYPE_PANELS: Readonly<Record<Item['type'], TypePanel>> = {
  scale: {
    blank: (questionnaire, id) => ({
      ...{ ...NO_TEXT, id, role: 'driver', type: 'scale', scale: firstScale(questionnaire) },
    }),
    Panel: ScalePanel,
  },
  matrix: {
    blank: (questionnaire, id) => ({
      ...{ ...NO_TEXT, id, role: 'driver', type: 'matrix', scale: firstScale(questionnaire) },
      rows: [1, 2].map((nth) => ({ ...NO_TEXT, id: freeId(questionnaire, `${id}-${nth}`), role: 'driver' })),
    }),
    Panel: MatrixPanel,
  },
  choice: {
    blank: (_, id) => ({ ...NO_TEXT, id, role: 'filter', type: 'choice', options: twoOptions() }),
    Panel: ChoicePanel,
  },
  several: {
    blank: (_, id) => ({ ...NO_TEXT, id, role: 'filter', type: 'several', options: twoOptions() }),
    Panel: SeveralPanel,
  },
  'yes-no': {
    blank: (_, id) => ({ ...NO_TEXT, id, role: 'filter', type: 'yes-no', allowsDontKnow: true }),
    Panel: YesNoPanel,
  },
  recommend: {
    blank: (_, id) => ({ ...NO_TEXT, id, role: 'outcome', type: 'recommend', allowsDontKnow: true }),
    Panel: RecommendPanel,
  },
  text: {
    blank: (_, id) => ({ ...NO_TEXT, id, role: 'open', type: 'text', maxLength: 1_000 }),
    Panel: TextPanel,
  },
  short: {
    blank: (_, id) => ({ ...NO_TEXT, id, role: 'open', type: 'short', maxLength: 100 }),
    Panel: TextPanel,
  },
}

export const ITEM_TYPES = Object.keys(TYPE_PANELS) as readonly Item['type'][]

/** `a`, `b`, … and then `a2`: the value of an answer is stored, so one that an answer has is not used again. */
function freeValue(options: readonly { readonly value: string }[]): string {
  const taken = new Set(options.map(({ value }) => value))
  for (let round = 1; ; round += 1)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const value = round === 1 ? letter : `${letter}${round}`
      if (!taken.has(value)) return value
    }
}

/** Whether a question with fixed answers also offers "don't know". */
function DontKnowField({ item, changeItem }: Pick<ItemEditing, 'item' | 'changeItem'>) {
  const text = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'yes-no' && item.type !== 'recommend') return null
  return (
    <Checkbox
      label={text.dontKnow}
      checked={item.allowsDontKnow ?? false}
      onChange={({ currentTarget: { checked } }) => changeItem({ ...item, allowsDontKnow: checked })}
    />
  )
}
