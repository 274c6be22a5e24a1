import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useLanguage } from '../language.tsx'
import styles from './shell.module.css'

/** Switches between light and dark; the system's scheme is the default. */
export function SchemeSwitch() {
  const words = useLanguage().words.reporting.shell
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  return (
    <fieldset className={styles.choices} aria-label={words.scheme}>
      {(['light', 'dark'] as const).map((option) => (
        <button
          key={option}
          type="button"
          className={styles.choice}
          aria-pressed={option === scheme}
          onClick={() => setColorScheme(option)}
        >
          {option === 'dark' ? words.darker : words.lighter}
        </button>
      ))}
    </fieldset>
  )
}
