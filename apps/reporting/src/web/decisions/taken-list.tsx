import type { AskedDecisions } from '../api.ts'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { PersonName } from '../shell/person-name.tsx'
import styles from './decisions.module.css'

/** Each executive with the decision and its comment; renders nothing without any. */
export function TakenList({ taken }: Pick<AskedDecisions['asked'][number], 'taken'>) {
  const { choices } = useLanguage().words.reporting.decisions
  const { dayOf } = useOrganisationDays()
  if (taken.length === 0) return null
  return (
    <ul className={styles.taken}>
      {taken.map(({ decidedBy, choice, comment, decidedAt }) => (
        <li key={`${decidedBy} ${decidedAt}`}>
          <PersonName name={decidedBy} /> · {choices[choice]} · {dayOf(decidedAt)}
          {comment === '' ? null : (
            <p className={styles.comment}>
              <Verbatim>{comment}</Verbatim>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
