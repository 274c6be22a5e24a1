import type { Item, Questionnaire } from '@wayproof/survey'
import type { ComponentType } from 'react'
import { ChoicePanel } from './choice-panel.tsx'
import type { ItemEditing } from './editing.ts'
import { ScalePanel } from './scale-panel.tsx'
import { TextPanel } from './text-panel.tsx'

/** The editor's part of a type of question. A new type is one entry, and its name among the words. */
interface TypePanel {
  /** A new question of the type, without texts. */
  readonly blank: (questionnaire: Questionnaire, id: string) => Item
  /** Everything below the wording: answers, scale, length. */
  readonly Panel: ComponentType<ItemEditing>
}

const NO_TEXT = { 'zh-CN': '', en: '' }

export const TYPE_PANELS: Readonly<Record<Item['type'], TypePanel>> = {
  scale: {
    blank: ({ scales }, id) => ({
      ...{ ...NO_TEXT, id, role: 'driver', type: 'scale', scale: Object.keys(scales)[0] ?? '' },
    }),
    Panel: ScalePanel,
  },
  choice: {
    blank: (_, id) => ({
      ...{ ...NO_TEXT, id, role: 'filter', type: 'choice' },
      options: ['a', 'b'].map((value) => ({ ...NO_TEXT, value })),
    }),
    Panel: ChoicePanel,
  },
  text: {
    blank: (_, id) => ({ ...NO_TEXT, id, role: 'open', type: 'text', maxLength: 1_000 }),
    Panel: TextPanel,
  },
}

export const ITEM_TYPES = Object.keys(TYPE_PANELS) as readonly Item['type'][]
