import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import type { Wave } from '@wayproof/survey/waves/wave'
import { useState } from 'react'
import { type CommentSummary, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveTabs, waveTrail } from '../waves/wave-tabs.tsx'
import { CommentList } from './comment-list.tsx'
import styles from './comments.module.css'

const route = getRouteApi('/inside/waves/comments')

/** Officers read the comments of a wave; everybody else sees only themes and ratings. */
export function CommentsPage() {
  return <ShownWave period={route.useSearch().period}>{({ period }) => <Comments period={period} />}</ShownWave>
}

function Comments({ period }: Pick<Wave, 'period'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.comments
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const query = useQuery(trpc.comment.summary.queryOptions({ period }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  const summary = query.data
  if (!summary) return <Loading heights={[76, 320, 220]} />
  return (
    <>
      <PageHead
        title={text.title(periodName(period, locale))}
        lead={text.lead}
        trail={[...waveTrail(period, locale), text.link]}
      />
      <WaveTabs
        period={period}
        status={summary.notShown === 'wave-open' ? 'open' : summary.notShown === 'not-unlinked' ? 'closed' : null}
      />
      <div className={ui.stack}>
        {summary.notShown ? <Note>{text.notShown[summary.notShown]}</Note> : null}
        <CodeBook summary={summary} isOfficer={isOfficer} />
        {!summary.notShown && isOfficer ? <CommentList period={period} /> : null}
        {!summary.notShown && !isOfficer ? (
          <Panel title={text.list}>
            <p>{text.progressAtLeast(summary.read, summary.all)}</p>
            <p className={ui.soft}>{text.forOfficers}</p>
          </Panel>
        ) : null}
        {summary.notShown ? null : <RatingsPanel summary={summary} />}
      </div>
    </>
  )
}

/** Compares the ratings of travelers who commented with those who did not. */
export function RatingsPanel({ summary }: { readonly summary: CommentSummary }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.comments.ratings
  const { share } = words.reporting.breakdown
  const { ratings, items } = summary
  const [isShown, setIsShown] = useState(false)
  return (
    <Panel
      title={text.title}
      actions={
        ratings.length > 0 ? (
          <LinkButton aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? text.hide : text.show}
          </LinkButton>
        ) : null
      }
    >
      <p className={ui.soft}>{ratings.length > 0 ? text.lead : text.none}</p>
      {isShown ? (
        <WideTable caption={text.caption} isStacked>
          <ColumnHeads columns={['question', 'commented', 'others']} names={text} />
          <tbody>
            {ratings.map(({ item, commented, others }) => (
              <tr key={item}>
                <th scope="row">{items[item]?.[locale] ?? item}</th>
                <td data-label={text.commented}>{text.of(share(commented.topTwo), commented.people)}</td>
                <td data-label={text.others}>{text.of(share(others.topTwo), others.people)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
    </Panel>
  )
}

type Code = CommentSummary['codes'][number]

interface CodeBookProps {
  readonly summary: CommentSummary
  readonly isOfficer: boolean
}

/** Draws the themes as bars of their numbers of comments; officers edit them. */
function CodeBook({ summary, isOfficer }: CodeBookProps) {
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
