import { day, moment } from '@wayproof/messages/date-format'
import type { RemedyText } from '@wayproof/scorecard/closing/remedies/remedy'
import type { Closing } from '../api.ts'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

const FIELDS = ['note', 'action', 'dueOn', 'effect'] as const

/** Lists a remedy's earlier texts, newest first. */
export function RemedyHistory({ remedy }: { readonly remedy: Closing['actions']['remedies'][number] }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useMe()
  const text = words.reporting.closing.remedy
  const { labelled } = words.reporting.shell
  const { changes } = remedy
  if (changes.length === 0) return null
  const fieldText = (field: keyof RemedyText, { [field]: value }: RemedyText) =>
    labelled(field === 'note' ? text.noteBefore : text[field], field === 'dueOn' ? day(value, locale) : value)
  return (
    <details>
      <summary>{text.changed(changes.length)}</summary>
      <ol className={styles.changes}>
        {changes.toReversed().map((change, index) => {
          const after = changes[changes.length - index] ?? remedy
          return (
            <li key={change.changedAt}>
              <p className={ui.soft} translate="no">
                {text.changedBy(change.changedBy, moment(change.changedAt, timeZone, locale))}
              </p>
              {FIELDS.filter((field) => change[field] !== after[field]).map((field) => (
                <p key={field} translate="no">
                  {fieldText(field, change)}
                </p>
              ))}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
