import { CopyButton } from '../components/copy-button.tsx'
import { useLanguage } from '../language.tsx'
import styles from './second-factor.module.css'

/** The codes are shown only once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const text = useLanguage().words.reporting.account.factor
  return (
    <>
      <p>{text.recovery}</p>
      <ul className={styles.codes} translate="no" aria-label={text.recoveryCodes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <CopyButton rows={codes.map((code) => [code])} />
      </div>
    </>
  )
}
