import styles from './account-panel.module.css'

/** The first letters of the first and last word; a Chinese name begins with the family name, which stands alone. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  const letters = [...first].slice(0, 1).concat([...last].slice(0, 1))
  return letters.join('').toUpperCase()
}

export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className={styles.avatar} aria-hidden="true" translate="no">
      {initialsOf(name)}
    </span>
  )
}
