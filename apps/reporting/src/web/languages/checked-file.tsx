import { Button } from '@mantine/core'
import type { CheckedLanguage } from '../api.ts'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { faultText } from '../words/fault-text.ts'

interface CheckedFileProps {
  readonly checked: CheckedLanguage
  readonly isSaving: boolean
  readonly onSave: () => void
}

/** Shows the language of a file, and each sentence that is wrong in it. */
export function CheckedFile({ checked, isSaving, onSave }: CheckedFileProps) {
  const { checked: text, act, faults: faultTexts } = useLanguage().words.reporting.languages
  const { tag, name, all, complete, faults, moreFaults, revision, isActive } = checked
  const isFaulty = faults.length > 0
  return (
    <section aria-label={text.title(name, tag)}>
      <h3>{text.title(name, tag)}</h3>
      <p role="status">{isFaulty ? text.faulty(complete, all) : text.complete(all)}</p>
      {revision > 0 ? <p className={ui.soft}>{text.replaces}</p> : null}
      {isFaulty ? (
        <>
          <Note tone="caution">{isActive ? text.activeFaulty : text.asDraft}</Note>
          <ul>
            {faults.map(({ path, code, figures }) => (
              <li key={path}>
                <code translate="no">{path}</code> {faultText(faultTexts[code], figures)}
              </li>
            ))}
            {moreFaults > 0 ? <li>{text.more(moreFaults)}</li> : null}
          </ul>
        </>
      ) : null}
      <Button loading={isSaving} disabled={isFaulty && isActive} onClick={onSave}>
        {act.save(name)}
      </Button>
    </section>
  )
}
