import type { Locale } from '@wayproof/kernel'
import surface from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import styles from './conversation.module.css'

interface ConversationProps {
  readonly title: string
  /** `said` names the author and time. */
  readonly messages: readonly { readonly said: string; readonly text: string }[]
  /** The sentence in place of deleted texts. */
  readonly gone: string
  /** The language of the person who wrote. */
  readonly spoken: Locale
}

/** Lists the messages of a case or report, oldest first. */
export function Conversation({ title, messages, gone, spoken }: ConversationProps) {
  return (
    <Panel title={title}>
      {messages.length === 0 ? <p className={surface.soft}>{gone}</p> : null}
      <dl className={styles.said}>
        {messages.map(({ said, text }, index) => (
          <div key={index}>
            <dt>{said}</dt>
            <dd lang={spoken} translate="no">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
