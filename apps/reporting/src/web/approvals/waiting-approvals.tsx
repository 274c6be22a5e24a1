import { Link } from '@tanstack/react-router'
import { approvalName } from '@wayproof/messages/approval-text'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './approvals.module.css'
import { useApprovals } from './use-approvals.ts'

/** The changes that wait for the reader, on the home; nothing without any. */
export function WaitingApprovals() {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { data } = useApprovals()
  const text = words.reporting.approvals
  if (!data || data.waiting.length + data.takenOut.length === 0) return null
  return (
    <Panel title={text.waiting.title} actions={<Link to="/approvals">{text.waiting.all}</Link>}>
      <ul className={styles.list}>
        {data.waiting.map((approval) => (
          <li key={approval.id} className={styles.line}>
            <Link to="/approvals">{approvalName(approval, words, locale)}</Link>
            <p className={ui.soft}>
              <Verbatim>{text.askedBy(approval.proposedBy.name, dayOf(approval.proposedAt))}</Verbatim>
              {' · '}
              {text.until(dayOf(approval.expiresAt))}
            </p>
          </li>
        ))}
        {data.takenOut.length > 0 ? (
          <li className={styles.line}>
            <Link to="/approvals">{text.takenOut(data.takenOut.length)}</Link>
          </li>
        ) : null}
      </ul>
    </Panel>
  )
}
