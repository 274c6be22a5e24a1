import { Button } from '@mantine/core'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

interface CodingChangedProps {
  /** The names of the themes that the comment has now. */
  readonly theirs: readonly string[]
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Says that somebody else coded a comment first; one click takes over theirs, the other adds the reader's own change. */
export function CodingChanged({ theirs, onTheirs, onMine }: CodingChangedProps) {
  const { comments, fields, shell } = useLanguage().words.reporting
  return (
    <div className={ui.note} data-tone="fault" role="alert">
      <div>
        <p>{comments.changed(theirs.join(shell.listed) || shell.none)}</p>
        <Button variant="default" size="compact-sm" mr={8} onClick={onTheirs}>
          {fields.newer.take}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onMine}>
          {fields.newer.keep}
        </Button>
      </div>
    </div>
  )
}
