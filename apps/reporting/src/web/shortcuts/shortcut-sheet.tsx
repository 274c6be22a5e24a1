import { useEffect, useId, useRef, useState } from 'react'
import type { User } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { pagesOf } from '../shell/menu-entries.ts'
import { HALF_YEAR_KEYS, PAGE_KEYS } from './shortcut.ts'
import styles from './shortcuts.module.css'
import { areSingleKeysOn, setSingleKeys } from './single-keys.ts'

interface ShortcutSheetProps {
  readonly user: User
  readonly onClose: () => void
}

/** Lists the keyboard shortcuts of a role and switches those without Ctrl or ⌘ on and off. */
export function ShortcutSheet({ user, onClose }: ShortcutSheetProps) {
  const { shell, shortcuts: text } = useLanguage().words.reporting
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [isOn, setOn] = useState(areSingleKeysOn)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const pages = pagesOf(user.role).flatMap((page) => {
    const letter = PAGE_KEYS[page]
    return letter ? [[['G', letter.toUpperCase()], shell[page]] as const] : []
  })
  const keys: readonly (readonly [readonly string[], string])[] = [
    [[navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K', '/'], text.palette],
    [['?'], text.sheet],
    ...(user.role === 'administrator'
      ? []
      : ([
          [[HALF_YEAR_KEYS.earlier], shell.earlier],
          [[HALF_YEAR_KEYS.later], shell.later],
        ] as const)),
    ...pages,
  ]
  return (
    <dialog ref={dialog} className={ui.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className={ui.dialogTitle}>
        {text.title}
      </h2>
      <dl className={styles.keys}>
        {keys.map(([names, meaning]) => (
          <div key={meaning}>
            <dt>{meaning}</dt>
            <dd>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget: { checked } }) => {
            setSingleKeys(checked)
            setOn(checked)
          }}
        />
        {text.singleKeys}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {text.singleKeysHint}
      </p>
      <LinkButton onClick={onClose}>{text.close}</LinkButton>
    </dialog>
  )
}
