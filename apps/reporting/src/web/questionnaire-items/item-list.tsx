import { Menu } from '@mantine/core'
import type { Item } from '@wayproof/forms/questionnaire/questionnaire'
import { addItem, freeId, moveItem } from '@wayproof/forms/questionnaire-draft/draft-changes'
import type { KeyboardEvent } from 'react'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import type { Editing } from '../questionnaire-fields/editing.ts'
import { numberOf, numbersOf } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { shortText } from '../questionnaire-fields/short-text.ts'
import { ITEM_TYPES, TYPE_PANELS } from '../questionnaire-types/type-panels.tsx'

interface ItemListProps extends Editing {
  readonly states: ReadonlyMap<string, 'fault' | 'warning'>
  /** The question whose panel is open; null: the lead-in. */
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

const SHAPES = { fault: 'missed', warning: 'amber', fine: 'demonstrated' } as const

/** All questions in their order, each with its type and state. Alt and an arrow key moves the focused one. */
export function ItemList({ questionnaire, change, states, selected, onSelect }: ItemListProps) {
  const { locale, words } = useLanguage()
  const { list: text, item: itemText } = words.reporting.questionnaireItems
  const { fix } = words.reporting.questionnaire
  const { items, stem, estimatedMinutes } = questionnaire
  const labels = { fault: fix.fault, warning: fix.warning, fine: text.fine }
  const move = (event: KeyboardEvent, id: string) => {
    const places = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || places === 0) return
    event.preventDefault()
    change(moveItem(questionnaire, id, places))
  }
  const add = (type: Item['type']) => {
    const id = freeId(questionnaire, `question-${items.length + 1}`)
    change(addItem(questionnaire, TYPE_PANELS[type].blank(questionnaire, id), selected))
    onSelect(id)
  }
  const conditionOf = ({ showIf }: Item) =>
    Object.keys(showIf ?? {}).map((on) => text.condition(String(numberOf(questionnaire, on))))
  return (
    <Panel title={text.title} note={text.minutes(estimatedMinutes)}>
      <ol className={styles.list}>
        <li>
          <button
            type="button"
            className={styles.entry}
            aria-current={selected === null ? 'true' : undefined}
            onClick={() => onSelect(null)}
          >
            <span />
            <span className={styles.name}>
              {text.lead}
              <small>{text.leadNote(stem.appliesTo.length)}</small>
            </span>
          </button>
        </li>
        {items.map((item) => {
          const state = states.get(item.id) ?? 'fine'
          return (
            <li key={item.id}>
              <button
                type="button"
                className={styles.entry}
                aria-current={item.id === selected ? 'true' : undefined}
                onClick={() => onSelect(item.id)}
                onKeyDown={(event) => move(event, item.id)}
              >
                <span className={ui.soft}>{numbersOf(questionnaire, [item.id], locale)}</span>
                <span className={styles.name}>
                  <span translate="no" dir="auto">
                    {shortText(item[locale]) || itemText.untitled}
                  </span>
                  <small>{[text.types[item.type], ...conditionOf(item)].join(' · ')}</small>
                </span>
                <StatusShape shape={SHAPES[state]} label={labels[state]} size={16} />
              </button>
            </li>
          )
        })}
      </ol>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={ui.quiet}>
            {text.add}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {ITEM_TYPES.map((type) => (
            <Menu.Item key={type} onClick={() => add(type)}>
              {text.types[type]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <p className={styles.hint}>{text.hint}</p>
    </Panel>
  )
}
