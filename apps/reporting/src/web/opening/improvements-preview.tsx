import type { LocalText } from '@wayproof/kernel/people/locale'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from '../waves/waves.module.css'

/** Previews the improvements that the invitation will mention. */
export function ImprovementsPreview({ improvements }: { readonly improvements: readonly LocalText[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.waves.open
  if (improvements.length === 0) return <p className={ui.soft}>{text.tellsNothing}</p>
  return (
    <div>
      <p className={ui.soft}>{text.tells}</p>
      <ul className={styles.told}>
        {improvements.map((improvement) => (
          <li key={improvement.en} translate="no">
            {improvement[locale]}
          </li>
        ))}
      </ul>
    </div>
  )
}
