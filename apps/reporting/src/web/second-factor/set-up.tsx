import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import surface from '../surface/surface.module.css'
import { CodeForm } from './code-form.tsx'
import { FactorPasswordForm } from './factor-password-form.tsx'
import { QrCode } from './qr-code.tsx'
import styles from './second-factor.module.css'
import { begin, type SetUp as Key } from './second-factor.ts'

/** Password, then the key for the app beside the recovery codes, then the first code. */
export function SetUp({ onDone }: { readonly onDone: () => void }) {
  const text = useLanguage().words.reporting.account.factor
  const [key, setKey] = useState<Key | null>(null)
  if (key === null)
    return (
      <FactorPasswordForm
        action={text.begin}
        act={async (password) => {
          const made = await begin(password)
          if (typeof made === 'string') return made
          setKey(made)
          return null
        }}
      />
    )
  return (
    <div className={surface.stack}>
      <p>{text.scan}</p>
      <QrCode text={key.uri} />
      <p>
        {text.key}{' '}
        <span className={styles.key} translate="no">
          {key.key}
        </span>
      </p>
      <p>{text.recovery}</p>
      <ul className={styles.codes} translate="no" aria-label={text.recoveryCodes}>
        {key.recoveryCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CodeForm action={text.finish} hint={text.firstCode} onRight={onDone} />
    </div>
  )
}
