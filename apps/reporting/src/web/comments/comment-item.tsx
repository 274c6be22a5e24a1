import { Button, Checkbox, Chip } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { maskedParts } from '@wayproof/survey/masking/masked-comment'
import { type CommentPage, queryClient, type ShownComment, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { faultOf } from '../components/fault-of.ts'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from './comments.module.css'

interface CommentItemProps {
  readonly comment: ShownComment
  readonly index: number
  readonly codes: CommentPage['book']
  readonly isSelected: boolean
  readonly onSelect: (isSelected: boolean) => void
}

/** Shows one comment and its codes; coding it also marks it as read. */
export function CommentItem({ comment, index, codes, isSelected, onSelect }: CommentItemProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.comments
  const code = useMutation(
    trpc.comment.code.mutationOptions({
      // One click after another: each says that it has seen the codes of the one before.
      scope: { id: `code-${comment.id}` },
      // The page shows the clicked codes until it has the stored ones. A refused change means that those were old.
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.comment.list.queryKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.comment.summary.queryKey() }),
        ]),
    }),
  )
  const typed = code.variables && 'codes' in code.variables ? code.variables : null
  const chosenCodes = code.isPending && typed ? typed.codes : comment.codes
  const give = (codeIds: readonly string[]) =>
    code.mutate({ comment: comment.id, codes: [...codeIds], seen: [...chosenCodes] })
  const isChanged = faultOf(code.error).code === 'coding-changed' && typed !== null
  const namesOf = (ids: readonly string[]) => codes.filter(({ id }) => ids.includes(id)).map(({ name }) => name[locale])
  const selectableCodes = codes.filter(({ id, retired }) => !retired || chosenCodes.includes(id))
  return (
    <li className={styles.item} data-read={comment.read}>
      <Checkbox
        aria-label={text.select(index)}
        checked={isSelected}
        onChange={({ currentTarget: { checked } }) => onSelect(checked)}
      />
      {/* A browser's translator would send the text to another company. */}
      <p className={styles.text} translate="no" {...(comment.language ? { lang: comment.language } : {})}>
        <span className="sr-only">{text.comment(index)}</span>
        {maskedParts(comment.text).map((part, at) =>
          'mask' in part ? (
            <span key={at} className={styles.mask} lang={locale}>
              {text.masks[part.mask]}
            </span>
          ) : (
            part.text
          ),
        )}
      </p>
      <fieldset className={styles.codes} aria-label={text.codesOf(index)}>
        <Chip.Group multiple value={[...chosenCodes]} onChange={give}>
          {selectableCodes.map(({ id, name }) => (
            <Chip key={id} value={id} size="xs" variant="outline">
              {name[locale]}
            </Chip>
          ))}
        </Chip.Group>
        {comment.read ? (
          <span className={styles.read}>{text.isRead}</span>
        ) : (
          <Button size="compact-xs" variant="subtle" onClick={() => give(comment.codes)}>
            {text.markRead}
          </Button>
        )}
      </fieldset>
      {isChanged ? (
        <CodingChanged
          theirs={namesOf(comment.codes)}
          onTheirs={() => code.reset()}
          onMine={() => give(mergeCodes({ seen: typed.seen ?? [], typed: typed.codes }, comment.codes))}
        />
      ) : code.error ? (
        <ErrorNote error={code.error} />
      ) : null}
    </li>
  )
}

/** Applies to the codes that a comment has now what its reader added and took away from those that were shown. */
export function mergeCodes(
  { seen: seenCodes, typed }: { readonly seen: readonly string[]; readonly typed: readonly string[] },
  theirs: readonly string[],
): readonly string[] {
  const added = typed.filter((id) => !seenCodes.includes(id) && !theirs.includes(id))
  return [...theirs.filter((id) => typed.includes(id) || !seenCodes.includes(id)), ...added]
}

interface CodingChangedProps {
  /** The names of the themes that the comment has now. */
  readonly theirs: readonly string[]
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Says that somebody else coded a comment first; one click takes over theirs, the other adds the reader's own change. */
function CodingChanged({ theirs, onTheirs, onMine }: CodingChangedProps) {
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
