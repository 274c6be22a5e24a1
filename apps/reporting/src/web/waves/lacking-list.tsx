import { Link } from '@tanstack/react-router'
import type { Lacking } from '@wayproof/survey'
import { useLanguage } from '../language.tsx'
import { StatusShape } from '../marks/status-shape.tsx'
import { MailTest } from '../settings/mail-test.tsx'
import surface from '../surface/surface.module.css'
import styles from './waves.module.css'

/** What keeps a wave from opening, and the way to it. */
export function LackingList({ lacking }: { readonly lacking: readonly Lacking[] }) {
  const text = useLanguage().words.reporting.programme.checklist
  if (lacking.length === 0) return null
  return (
    <div>
      <p>{text.lackingTitle}</p>
      <ul className={styles.lacking}>
        {lacking.map((point) => (
          <li key={point}>
            <span aria-hidden="true">
              <StatusShape shape="amber" word="" size={18} />
            </span>
            <span>{text.lacking[point]}</span>
          </li>
        ))}
      </ul>
      {lacking.includes('mail-server') ? <MailTest /> : null}
      <Link to="/settings" className={surface.quiet}>
        {text.fill}
      </Link>
    </div>
  )
}
