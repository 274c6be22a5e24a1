import { useState } from 'react'
import { encode } from 'uqr'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { useLanguage } from '../language.tsx'
import { CodeForm } from './code-form.tsx'
import { FactorPasswordForm } from './factor-password-form.tsx'
import styles from './second-factor.module.css'
import { begin, type CodeFault, type SetUp as Key } from './second-factor.ts'

interface SetUpProps {
  readonly onDone: () => void
  readonly onCancel?: () => void
  readonly make?: (password: string, code: string) => Promise<Key | CodeFault>
  readonly isCodeNeeded?: boolean
  /** The label of the button below the password. */
  readonly action?: string
}

/** Asks for the password, shows the key and the recovery codes, then asks for the first code. */
export function SetUp({ onDone, onCancel, make = begin, isCodeNeeded = false, action }: SetUpProps) {
  const text = useLanguage().words.reporting.account.factor
  const [key, setKey] = useState<Key | null>(null)
  if (key === null)
    return (
      <FactorPasswordForm
        action={action ?? text.begin}
        isCodeNeeded={isCodeNeeded}
        onCancel={onCancel}
        onPassword={async (password, code) => {
          const result = await make(password, code)
          if (typeof result === 'string') return result
          setKey(result)
          return null
        }}
      />
    )
  return (
    <div className={ui.stack}>
      <p>{text.scan}</p>
      <QrCode text={key.uri} />
      <p>
        {text.key}{' '}
        <span className={styles.key} translate="no">
          {key.key}
        </span>
      </p>
      <RecoveryCodes codes={key.recoveryCodes} />
      <CodeForm action={text.finish} hint={text.firstCode} onRight={onDone} />
    </div>
  )
}

const SIZE = 200

function QrCode({ text }: { readonly text: string }) {
  const label = useLanguage().words.reporting.account.factor.qr
  const { data, size } = encode(text, { border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className={styles.qr} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={SIZE} height={SIZE}>
      <path d={dark.join('')} />
    </svg>
  )
}

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
