import type { Locale } from '@wayproof/kernel'
import surface from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import styles from './conversation.module.css'

interface ConversationProps {
  readonly title: string
  /** Each message: author and time in words, and the text. */
  readonly messages: readonly { readonly said: string; readonly text: string }[]
  /** What stands there when the texts are deleted. */
  readonly gone: string
  /** The language the person wrote in. */
  readonly spoken: Locale
}

/** What was written in a case or report, the first word first. */
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
