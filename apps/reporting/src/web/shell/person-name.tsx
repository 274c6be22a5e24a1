import { Verbatim } from '../components/verbatim.tsx'
import styles from './account-panel.module.css'
import { Avatar } from './avatar.tsx'

/** A person of the organization in a list. */
export function PersonName({ name }: { readonly name: string }) {
  return (
    <span className={styles.named}>
      <Avatar name={name} />
      <Verbatim>{name}</Verbatim>
    </span>
  )
}
