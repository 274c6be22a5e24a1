import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import styles from './palette.module.css'

/** Explains the keys of the palette. */
export function PaletteFoot({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { keys, allShortcuts } = useLanguage().words.reporting.palette
  return (
    <div className={styles.foot}>
      <ul className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <li key={meaning}>
            <kbd>{key}</kbd> {meaning}
          </li>
        ))}
      </ul>
      <LinkButton onClick={onShortcuts}>{allShortcuts}</LinkButton>
    </div>
  )
}
