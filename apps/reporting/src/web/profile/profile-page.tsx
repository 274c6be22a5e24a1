import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LOCALES, nearestLocale } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { isShort } from '../access/password-length.ts'
import { ProviderSentence } from '../access/provider-sentence.tsx'
import { queryClient, trpc, type User } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { RecordTable } from '../records/record-table.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'
import { changePassword } from '../session.ts'
import { FactorPanel } from './factor-panel.tsx'
import styles from './profile.module.css'

export function ProfilePage() {
  const text = useLanguage().words.reporting.account.profile
  const { user, passwordless, provider } = useMe()
  // A provider's users have no password here.
  const factor = useQuery({ ...trpc.secondFactor.state.queryOptions(), enabled: !passwordless })
  const hasFactor = factor.data?.enabled
  if (!user) return null
  return (
    <>
      <PageHead title={hasFactor === undefined ? text.title : text.signIn(hasFactor)} lead={text.lead} />
      <div className={ui.stack}>
        <div className={styles.columns}>
          <div className={ui.stack}>
            <NameForm user={user} />
            {user.role === 'administrator' ? null : <DigestForm />}
          </div>
          <div className={ui.stack}>
            {passwordless ? <NoPassword provider={provider} /> : <PasswordForm email={user.email} />}
            <FactorPanel />
          </div>
        </div>
        <SessionsPanel />
      </div>
    </>
  )
}

/** Addresses a person who signs in through the provider; if none is configured any more, a link sets a password. */
export function NoPassword({ provider }: { readonly provider: string | null }) {
  const { access, account } = useLanguage().words.reporting
  return (
    <Panel title={access.password}>
      {provider === null ? (
        <Link to="/reset">{account.reset.title}</Link>
      ) : (
        <p>
          <ProviderSentence sentence={account.provider.noPassword} name={provider} />
        </p>
      )}
    </Panel>
  )
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** The hour from which the user gets the digest of deadlines; saved as soon as it is chosen. */
export function DigestForm() {
  const { words } = useLanguage()
  const text = words.deadlines.hour
  const hour = useQuery(trpc.profile.digestHour.queryOptions())
  const save = useMutation(
    trpc.profile.saveDigestHour.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.profile.digestHour.queryKey() }),
    }),
  )
  if (hour.data === undefined || hour.data === null) return null
  return (
    <Panel title={text.title}>
      <div className={ui.form}>
        <NativeSelect
          label={text.label}
          description={text.hint}
          value={String(save.variables?.hour ?? hour.data)}
          data={HOURS.map((each) => ({ value: String(each), label: text.option(each) }))}
          onChange={({ currentTarget: { value } }) => save.mutate({ hour: Number(value) })}
        />
        {save.error ? <ErrorNote error={save.error} /> : null}
        {save.isSuccess ? <Note>{words.reporting.shell.saved}</Note> : null}
      </div>
    </Panel>
  )
}

const PAGE_SIZE = 5

/** Lists the reader's sessions, and ends one of them or all others. */
export function SessionsPanel() {
  const { words } = useLanguage()
  const text = words.reporting.account.sessions
  const sessions = useQuery(trpc.profile.sessions.queryOptions())
  const { rows, ...pager } = useTablePage(sessions.data ?? [], PAGE_SIZE)
  const onSettled = () => void queryClient.invalidateQueries({ queryKey: trpc.profile.sessions.queryKey() })
  const end = useMutation(trpc.profile.endSession.mutationOptions({ onSettled }))
  const endOthers = useMutation(trpc.profile.endOtherSessions.mutationOptions({ onSettled }))
  if (sessions.error) return <ErrorNote error={sessions.error} />
  if (!sessions.data) return null
  const busy = end.isPending || endOthers.isPending
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        <RecordTable
          caption={text.title}
          columns={[text.began, text.used, text.action]}
          records={rows.map(({ id, beganAt, usedAt, current }) => ({
            id,
            head: <RelativeMoment at={beganAt} />,
            cells: [
              <RelativeMoment key="used" at={usedAt} />,
              current ? (
                text.current
              ) : (
                <LinkButton disabled={busy} onClick={() => end.mutate({ id })}>
                  {text.end}
                </LinkButton>
              ),
            ],
          }))}
        />
        <TablePager {...pager} />
        {sessions.data.length > 1 ? (
          <div>
            <LinkButton disabled={busy} onClick={() => endOthers.mutate()}>
              {text.endOthers}
            </LinkButton>
          </div>
        ) : null}
        {endOthers.isSuccess ? <Note>{text.ended}</Note> : null}
        {end.error ? <ErrorNote error={end.error} /> : null}
        {endOthers.error ? <ErrorNote error={endOthers.error} /> : null}
      </div>
    </Panel>
  )
}

export function NameForm({ user }: { readonly user: User }) {
  const { words, choose } = useLanguage()
  const { account, people, shell } = words.reporting
  const text = account.profile
  const { passwordless } = useMe()
  const [name, setName] = useState(user.name)
  const [locale, setLocale] = useState(user.locale)
  const save = useMutation(
    trpc.profile.save.mutationOptions({
      onSuccess: (_, saved) => {
        choose(saved.locale)
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.nameTitle}>
      <Form className={ui.form} onSubmit={() => save.mutate({ name: name.trim(), locale })}>
        <TextField
          required
          autoComplete="name"
          maxLength={100}
          label={text.name}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <TextField
          readOnly
          type="email"
          label={text.email}
          description={passwordless ? account.provider.emailHint : text.emailHint}
          value={user.email}
        />
        <NativeSelect
          translate="no"
          label={text.language}
          value={locale}
          data={LOCALES.map((value) => ({ value, label: people.languages[value] }))}
          onChange={({ currentTarget: { value } }) => setLocale(nearestLocale(value))}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            {shell.save}
          </Button>
        </div>
        {save.error ? <ErrorNote error={save.error} /> : null}
        {save.isSuccess ? <Note>{shell.saved}</Note> : null}
      </Form>
    </Panel>
  )
}

type Result = Awaited<ReturnType<typeof changePassword>>

/** `email` is in the form so that password managers know the account. */
function PasswordForm({ email }: { readonly email: string }) {
  const { access, account, faults } = useLanguage().words.reporting
  const text = account.password
  const [passwords, setPasswords] = useState({ current: '', next: '' })
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result | null>(null)
  async function submit() {
    setBusy(true)
    const outcome = await changePassword(passwords.current, passwords.next)
    setBusy(false)
    setResult(outcome)
    if (outcome !== 'changed') return
    setPasswords({ current: '', next: '' })
    await queryClient.invalidateQueries()
  }
  const sentences: Readonly<Record<Exclude<Result, 'changed'>, string>> = {
    wrong: text.wrong,
    tooEasy: faults.codes['password-too-easy'] ?? faults.failed,
    tooMany: text.tooMany,
    offline: faults.offline,
    failed: faults.failed,
    signedOut: faults.signedOut,
  }
  return (
    <Panel title={text.title}>
      <Form isPassing className={ui.form} onSubmit={() => void submit()} onRefused={() => setResult(null)}>
        <p className={ui.soft}>{text.lead}</p>
        <input hidden readOnly type="email" autoComplete="username" value={email} />
        <PasswordField
          autoComplete="current-password"
          label={text.current}
          value={passwords.current}
          onChange={({ currentTarget: { value } }) => setPasswords({ ...passwords, current: value })}
        />
        <PasswordField
          autoComplete="new-password"
          label={text.next}
          description={access.passwordHint}
          fault={isShort(passwords.next) ? access.passwordShort : null}
          value={passwords.next}
          onChange={({ currentTarget: { value } }) => setPasswords({ ...passwords, next: value })}
        />
        <div>
          <Button type="submit" loading={busy}>
            {text.action}
          </Button>
        </div>
        {result === 'changed' ? <Note>{text.done}</Note> : null}
        {result !== null && result !== 'changed' ? (
          <p className={ui.note} data-tone="fault" role="alert">
            {sentences[result]}
          </p>
        ) : null}
      </Form>
    </Panel>
  )
}
