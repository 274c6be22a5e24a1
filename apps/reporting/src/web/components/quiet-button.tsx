import type { ButtonHTMLAttributes } from 'react'
import styles from './components.module.css'

/** A word that can be pressed. */
export function QuietButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className={styles.quiet} />
}
