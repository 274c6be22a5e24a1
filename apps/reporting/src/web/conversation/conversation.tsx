import type { Locale } from '@wayproof/kernel/people/locale'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import styles from './conversation.module.css'

interface ConversationProps {
  readonly title: string
  /** `byline` names the author and time. */
  readonly messages: readonly { readonly byline: string; readonly text: string }[]
  /** The sentence in place of deleted texts. */
  readonly deletedText: string
  readonly language: Locale
}

/** Lists the messages of a case or report, oldest first. */
export function Conversation({ title, messages, deletedText, language }: ConversationProps) {
  return (
    <Panel title={title}>
      {messages.length === 0 ? <p className={ui.soft}>{deletedText}</p> : null}
      <dl className={styles.said}>
        {messages.map(({ byline, text }, index) => (
          <div key={index}>
            <dt>{byline}</dt>
            <dd lang={language} translate="no">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
