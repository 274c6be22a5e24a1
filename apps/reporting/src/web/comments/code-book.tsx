import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { type CommentSummary, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './comments.module.css'

type Code = CommentSummary['codes'][number]

interface CodeBookProps {
  readonly summary: CommentSummary
  readonly isOfficer: boolean
}

/** Draws the themes as bars of their numbers of comments; officers edit them. */
export function CodeBook({ summary, isOfficer }: CodeBookProps) {
  const { codes, step, fewest } = summary
  const most = Math.max(1, ...codes.map(({ count }) => (count.kind === 'shown' ? count.comments : 0)))
  const { locale, words } = useLanguage()
  const text = words.reporting.comments.book
  const [renamed, setRenamed] = useState<Code | null>(null)
  const [codeToRemove, setCodeToRemove] = useState<Code | null>(null)
  const remove = useMutation(
    trpc.comment.removeCode.mutationOptions({
      onSuccess: () => {
        setCodeToRemove(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.title}>
      {codes.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      {codes.length > 0 && !summary.notShown ? <p className={ui.soft}>{text.rounded(step, fewest)}</p> : null}
      {codes.length > 0 ? (
        <WideTable caption={text.caption} isStacked>
          <thead>
            <tr>
              <th scope="col">{text.code}</th>
              <td className={styles.bar} />
              <th scope="col" data-number>
                {text.count}
              </th>
              {isOfficer ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code.id}>
                <th scope="row">
                  {code.name[locale]} {code.retired ? <span className={ui.soft}>{text.retired}</span> : null}
                </th>
                <td className={styles.bar} aria-hidden="true">
                  {code.count.kind === 'shown' ? (
                    <span className={styles.fill} style={{ width: `${(code.count.comments / most) * 100}%` }} />
                  ) : null}
                </td>
                <td data-number data-label={text.count}>
                  {code.count.kind === 'shown' ? text.atLeast(code.count.comments) : text.few(fewest)}
                </td>
                {isOfficer ? (
                  <td className={styles.actions}>
                    {code.retired ? null : (
                      <>
                        <LinkButton aria-label={text.renameOf(code.name[locale])} onClick={() => setRenamed(code)}>
                          {text.rename}
                        </LinkButton>{' '}
                        <LinkButton aria-label={text.removeOf(code.name[locale])} onClick={() => setCodeToRemove(code)}>
                          {text.remove}
                        </LinkButton>
                      </>
                    )}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      {isOfficer && renamed ? <CodeForm key={renamed.id} code={renamed} onDone={() => setRenamed(null)} /> : null}
      {isOfficer && !renamed ? (
        <details className={styles.add} open={codes.length === 0}>
          <summary>{text.newTitle}</summary>
          <CodeForm code={null} onDone={() => setRenamed(null)} />
        </details>
      ) : null}
      {codeToRemove ? (
        <ConfirmDialog
          title={text.removeOf(codeToRemove.name[locale])}
          action={text.remove}
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ id: codeToRemove.id })}
          onClose={() => setCodeToRemove(null)}
        >
          <p>{text.confirm}</p>
          {remove.error ? <ErrorNote error={remove.error} /> : null}
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}

interface CodeFormProps {
  /** Null adds a code. */
  readonly code: CommentSummary['codes'][number] | null
  readonly onDone: () => void
}

/** Edits the name of a code in both languages. */
function CodeForm({ code, onDone }: CodeFormProps) {
  const text = useLanguage().words.reporting.comments.book
  const [name, setName] = useState<LocalText>(code?.name ?? { 'zh-CN': '', en: '' })
  const save = useMutation(
    trpc.comment.saveCode.mutationOptions({
      onSuccess: () => {
        setName({ 'zh-CN': '', en: '' })
        void queryClient.invalidateQueries()
        onDone()
      },
    }),
  )
  function submit() {
    const names = { 'zh-CN': name['zh-CN'].trim(), en: name.en.trim() }
    save.mutate({ ...(code ? { id: code.id } : {}), name: names })
  }
  const faultOf = (locale: keyof LocalText) => (name[locale].trim() === '' ? text.missing : null)
  return (
    <Form className={styles.form} onSubmit={submit}>
      <TextField
        label={text.nameZh}
        lang="zh-CN"
        maxLength={40}
        value={name['zh-CN']}
        fault={faultOf('zh-CN')}
        onChange={({ currentTarget: { value } }) => setName({ ...name, 'zh-CN': value })}
      />
      <TextField
        label={text.nameEn}
        lang="en"
        maxLength={40}
        value={name.en}
        fault={faultOf('en')}
        onChange={({ currentTarget: { value } }) => setName({ ...name, en: value })}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending}>
          {code ? text.save : text.add}
        </Button>
        {code ? (
          <Button variant="default" onClick={onDone}>
            {text.cancel}
          </Button>
        ) : null}
      </div>
      {save.error ? <ErrorNote error={save.error} /> : null}
    </Form>
  )
}
