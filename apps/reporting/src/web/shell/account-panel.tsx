import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ChevronsUpDown } from 'lucide-react'
import { useId, useRef } from 'react'
import type { User } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { signOut } from '../session.ts'
import styles from './account-panel.module.css'
import { Avatar } from './avatar.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import shellStyles from './shell.module.css'

interface AccountPanelProps {
  readonly user: User
  /** `avatar`: the button is only the avatar. */
  readonly button: 'name' | 'avatar'
}

/** The signed-in person; opens language, appearance, profile and signing out. */
export function AccountPanel({ user, button }: AccountPanelProps) {
  const words = useLanguage().words.reporting
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.account} data-button={button}>
      <button type="button" className={styles.button} popoverTarget={id} title={user.email}>
        <span className="sr-only">{words.shell.account}</span>
        <Avatar name={user.name} />
        {button === 'name' ? (
          <>
            <span className={styles.person} data-person>
              <span className={styles.name} translate="no">
                {user.name}
              </span>
              <span className={styles.role}>{words.people.roles[user.role]}</span>
            </span>
            <ChevronsUpDown size={15} aria-hidden="true" />
          </>
        ) : null}
      </button>
      <div ref={panel} id={id} popover="auto" className={styles.panel} data-button={button}>
        <p className={styles.mail} translate="no">
          {user.email}
        </p>
        <LanguageSwitch />
        <SchemeSwitch />
        <Link to="/profile" className={styles.act} onClick={() => panel.current?.hidePopover()}>
          {words.shell.profile}
        </Link>
        <button type="button" className={styles.act} onClick={() => void signOut()}>
          {words.shell.signOut}
        </button>
      </div>
    </div>
  )
}

/** Switches between light and dark; the system's scheme is the default. */
function SchemeSwitch() {
  const words = useLanguage().words.reporting.shell
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  return (
    <fieldset className={shellStyles.choices} aria-label={words.scheme}>
      {(['light', 'dark'] as const).map((option) => (
        <button
          key={option}
          type="button"
          className={shellStyles.choice}
          aria-pressed={option === scheme}
          onClick={() => setColorScheme(option)}
        >
          {option === 'dark' ? words.darker : words.lighter}
        </button>
      ))}
    </fieldset>
  )
}
