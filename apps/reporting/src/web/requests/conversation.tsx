import type { Locale } from '@wayproof/kernel'
import { day } from '@wayproof/messages'
import type { ShownCase } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import styles from './requests.module.css'

interface ConversationProps {
  readonly messages: ShownCase['messages']
  /** The language the person wrote in. */
  readonly locale: Locale
}

/** What was written in a case, the first word first. */
export function Conversation({ messages, locale: spoken }: ConversationProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests
  return (
    <Panel title={text.conversation}>
      {messages.length === 0 ? <p className={surface.soft}>{text.gone}</p> : null}
      <dl className={styles.said}>
        {messages.map(({ purpose, day: date, text: written }, index) => (
          <div key={index}>
            <dt>{text.said[purpose](day(date, locale))}</dt>
            <dd lang={spoken} translate="no">
              {written}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
