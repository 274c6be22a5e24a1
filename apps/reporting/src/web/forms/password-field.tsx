import type { TextInputProps } from '@mantine/core'
import { useState } from 'react'
import styles from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { TextField } from './text-field.tsx'

interface PasswordFieldProps extends Pick<TextInputProps, 'label' | 'description' | 'value' | 'onChange'> {
  readonly autoComplete: 'current-password' | 'new-password'
  readonly fault?: string | null
}

const MAX_LENGTH = 128

/** Hides the password until the person asks to see it. */
export function PasswordField(props: PasswordFieldProps) {
  const text = useLanguage().words.reporting.account.password
  const [isVisible, setIsVisible] = useState(false)
  return (
    <TextField
      {...props}
      type={isVisible ? 'text' : 'password'}
      required
      maxLength={MAX_LENGTH}
      autoCapitalize="off"
      spellCheck={false}
      rightSectionWidth={44}
      rightSection={
        <button
          type="button"
          className={styles.reveal}
          aria-label={isVisible ? text.hide : text.show}
          title={isVisible ? text.hide : text.show}
          onClick={() => setIsVisible(!isVisible)}
        >
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10Z" />
            <circle cx="10" cy="10" r="2.5" />
            {isVisible ? <path d="M3 17 17 3" /> : null}
          </svg>
        </button>
      }
    />
  )
}
