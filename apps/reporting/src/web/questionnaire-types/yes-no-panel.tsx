import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import styles from '../questionnaire-fields/items.module.css'
import { DontKnowField } from './dont-know-field.tsx'

/** A yes-or-no question has no answers of its own. */
export const YesNoPanel = ({ item, changeItem }: ItemEditing) => (
  <div className={styles.block}>
    <DontKnowField item={item} changeItem={changeItem} />
  </div>
)
