import { Menu } from '@mantine/core'
import type { Person } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './people.module.css'

export type PersonAct = 'role' | 'sessions' | 'resetLink' | 'factor' | 'remove'

interface PersonMenuProps {
  readonly person: Person
  readonly onChoose: (act: PersonAct) => void
}

/** The acts on one account behind one button; the removal stands last and apart. */
export function PersonMenu({ person, onChoose }: PersonMenuProps) {
  const { account, people } = useLanguage().words.reporting
  const { menu } = account.people
  const { user } = useMe()
  return (
    <Menu position="bottom-end" width={240} classNames={{ dropdown: styles.menu ?? '' }}>
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={menu.label(person.name)} translate="no">
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="currentColor">
            <circle cx="3.5" cy="9" r="1.5" />
            <circle cx="9" cy="9" r="1.5" />
            <circle cx="14.5" cy="9" r="1.5" />
          </svg>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose('role')}>{menu.role}</Menu.Item>
        {person.sessions > 0 ? (
          <Menu.Item onClick={() => onChoose('sessions')}>
            {menu.end(people.account.sessions(person.sessions))}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => onChoose('resetLink')}>{menu.resetLink}</Menu.Item>
        {person.secondFactor && user?.role === 'officer' ? (
          <Menu.Item onClick={() => onChoose('factor')}>{menu.factor}</Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item className={styles.dangerous ?? ''} onClick={() => onChoose('remove')}>
          {menu.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
