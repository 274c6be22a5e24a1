import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import { messages } from '@wayproof/messages/messages'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { roleAccounts } from '../people/role-accounts.ts'

const style = `body{margin:0;background:#f6f7f8;color:#1a1f26;font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
main{max-width:960px;margin:0 auto;padding:24px 16px}h1{font-size:22px;margin:0 0 16px}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #e3e6ea}td,th{text-align:left;padding:8px 12px;border-top:1px solid #e3e6ea;overflow-wrap:anywhere}
th{color:#56606c;font-weight:400}a{color:#0f5c6e}iframe{width:100%;height:80vh;border:1px solid #e3e6ea;background:#fff}pre{white-space:pre-wrap;background:#fff;padding:16px;border:1px solid #e3e6ea}`

function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  )
}

const bilingual = (pick: (m: ReturnType<typeof messages>) => string) =>
  `${pick(messages('zh-CN'))} · ${pick(messages('en'))}`
const html = (page: ReactElement) => `<!doctype html>${renderToStaticMarkup(page)}`

/** All letters, newest first. */
export function mailboxPage(mails: readonly Mail[]): string {
  return html(
    <Page title={bilingual((m) => m.commands.mailbox.title(mails.length))}>
      <p>
        <a href="/people">{bilingual((m) => m.commands.mailbox.people)}</a>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{bilingual((m) => m.commands.mailbox.to)}</th>
            <th scope="col">{bilingual((m) => m.commands.mailbox.subject)}</th>
          </tr>
        </thead>
        <tbody>
          {mails.toReversed().map((mail) => (
            <tr key={mail.number}>
              <td>{mail.to}</td>
              <td>
                <a href={`/mail/${mail.number}`}>{mail.subject}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>,
  )
}

/** One letter: its HTML in a frame without permissions, its text below. */
export function mailPage(mail: Mail): string {
  return html(
    <Page title={mail.subject}>
      <p>{mail.to}</p>
      <iframe
        sandbox="allow-popups"
        srcDoc={mail.html.replace('<head>', '<head><base target="_blank">')}
        title={mail.subject}
      />
      <pre>{mail.text}</pre>
    </Page>,
  )
}

/** A link for each role that signs in without a form. */
export function peoplePage(): string {
  return html(
    <Page title={bilingual((m) => m.commands.mailbox.people)}>
      <table>
        <tbody>
          {Object.entries(roleAccounts).map(([role, { name }]) => (
            <tr key={role}>
              <td>
                <a href={`/as/${role}`}>{bilingual((m) => m.reporting.people.roles[role as UserRole])}</a>
              </td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href="/">{bilingual((m) => m.commands.mailbox.back)}</a>
      </p>
    </Page>,
  )
}
