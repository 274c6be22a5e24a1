import { Button } from '@mantine/core'
import ui from '../components/components.module.css'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'

interface NewerNoteProps {
  /** Label and text of each field in which the newer version differs from the form. */
  readonly theirs: readonly (readonly [label: string, text: string])[]
  /** Puts the newer version into the form. */
  readonly onTake: () => void
  /** Leaves the form as it is; the next save replaces the newer version. */
  readonly onKeep: () => void
}

/** Says that somebody else has saved a newer version, what it says, and lets the user choose. */
export function NewerNote({ theirs, onTake, onKeep }: NewerNoteProps) {
  const { fields, shell } = useLanguage().words.reporting
  const text = fields.newer
  return (
    <div className={ui.note} data-tone="caution" role="alert">
      <div>
        <p>{text.title}</p>
        {theirs.length > 0 ? (
          <>
            <p>{text.theirs}</p>
            <dl>
              {theirs.map(([label, theirText]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <Verbatim>{theirText || shell.none}</Verbatim>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
        <Button variant="default" size="compact-sm" mr={8} onClick={onTake}>
          {text.take}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onKeep}>
          {text.keep}
        </Button>
      </div>
    </div>
  )
}
