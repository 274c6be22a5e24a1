import type { ButtonHTMLAttributes } from 'react'
import styles from './components.module.css'

/** A button that looks like a link. */
export function LinkButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className={styles.quiet} />
}
