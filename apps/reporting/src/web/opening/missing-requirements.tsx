import { Link } from '@tanstack/react-router'
import type { ChecklistGap } from '@wayproof/survey/opening/checklist'
import ui from '../components/components.module.css'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { MailTest } from '../settings/mail-test.tsx'
import styles from '../waves/waves.module.css'

/** Lists what prevents a wave from opening, with a link to fix each point. */
export function MissingRequirements({ requirements }: { readonly requirements: readonly ChecklistGap[] }) {
  const text = useLanguage().words.reporting.programme.checklist
  if (requirements.length === 0) return null
  return (
    <div>
      <p>{text.lackingTitle}</p>
      <ul className={styles.lacking}>
        {requirements.map((point) => (
          <li key={point}>
            <span aria-hidden="true">
              <StatusShape shape="amber" label="" size={18} />
            </span>
            <span>{text.lacking[point]}</span>
          </li>
        ))}
      </ul>
      {requirements.includes('mail-server') ? <MailTest /> : null}
      <Link to="/settings/$section" params={{ section: 'checklist' }} className={ui.quiet}>
        {text.fill}
      </Link>
    </div>
  )
}
