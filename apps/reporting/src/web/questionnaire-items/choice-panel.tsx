import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from './editing.ts'
import styles from './items.module.css'
import { LocalFields } from './local-fields.tsx'

/** The answers of a choice in both languages. */
export function ChoicePanel({ item, changeItem }: ItemEditing) {
  const { choice: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'choice') return null
  const { options } = item
  // Answers are told apart by their place, because values may repeat in a draft with that fault.
  const placed = options.map((option, nth) => ({ option, nth }))
  return (
    <fieldset className={styles.block}>
      <legend className={styles.label}>{text.title}</legend>
      {placed.map(({ option, nth }) => (
        <div key={nth} className={styles.answer}>
          <LocalFields
            label={text.answer(nth + 1)}
            value={option}
            onChange={(locale, words) =>
              changeItem(
                { ...item, options: options.with(nth, { ...option, [locale]: words }) },
                `${item.id} ${nth} ${locale}`,
              )
            }
          />
          <button
            type="button"
            className={styles.icon}
            aria-label={text.remove(nth + 1)}
            onClick={() => changeItem({ ...item, options: options.toSpliced(nth, 1) })}
          >
            <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" fill="none" stroke="currentColor" strokeWidth="2" />
            </svg>
          </button>
        </div>
      ))}
      <div>
        <LinkButton
          onClick={() =>
            changeItem({
              ...item,
              options: [...options, { value: freeValue(options.map(({ value }) => value)), 'zh-CN': '', en: '' }],
            })
          }
        >
          {text.add}
        </LinkButton>
      </div>
    </fieldset>
  )
}

/** `a`, `b`, … and then `a2`: the value of an answer is stored, so an earlier one is never used again by accident. */
function freeValue(taken: readonly string[]): string {
  for (let round = 1; ; round += 1)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const value = round === 1 ? letter : `${letter}${round}`
      if (!taken.includes(value)) return value
    }
}
