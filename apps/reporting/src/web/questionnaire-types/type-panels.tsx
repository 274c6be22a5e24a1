import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { freeId } from '@wayproof/forms/questionnaire-draft/draft-changes'
import type { ComponentType } from 'react'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import { ChoicePanel } from './choice-panel.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import { RecommendPanel } from './recommend-panel.tsx'
import { ScalePanel } from './scale-panel.tsx'
import { SeveralPanel } from './several-panel.tsx'
import { TextPanel } from './text-panel.tsx'
import { YesNoPanel } from './yes-no-panel.tsx'

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
