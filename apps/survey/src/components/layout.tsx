/** @jsxRuntime automatic */
import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Page, pageOwner } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { RightsLink } from '../rights/rights-link.tsx'
import { QUESTIONNAIRE_STYLE, STYLE } from './style.ts'

interface LayoutProps {
  readonly page: Page
  readonly title: string
  /**
   * `form` keeps the input; `link` is for pages without input; `none` is for pages that show less when opened again.
   */
  readonly languages: 'form' | 'link' | 'none'
  /** Path of the page in the other language; defaults to the current path. */
  readonly path?: string
  /** True if the footer links to requests and complaints; some pages link there further up. */
  readonly hasFooterLinks?: boolean
  /** True for the questionnaire, which needs less of the style. */
  readonly isLean?: boolean
  /** Additional page style, listed in the security headers. */
  readonly extraStyle?: string
  readonly children: ReactNode
}

/** ID of the form that the language button in the header belongs to. */
export const FORM_ID = 'f'

export function Layout({
  page,
  title,
  languages,
  path = '',
  hasFooterLinks = true,
  isLean = false,
  extraStyle,
  children,
}: LayoutProps) {
  const { locale, words, organisation } = page
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: isLean ? QUESTIONNAIRE_STYLE : STYLE }} />
        {extraStyle && <style dangerouslySetInnerHTML={{ __html: extraStyle }} />}
      </head>
      <body>
        <header>
          <b>{pageOwner(page)}</b>
          {languages !== 'none' && (
            <LanguageSwitch words={words} otherLocale={otherThan(locale)} path={path} isButton={languages === 'form'} />
          )}
        </header>
        <main>
          {organisation?.sample && <p className="sample">{words.sample}</p>}
          {children}
        </main>
        {hasFooterLinks && (
          <footer>
            <RightsLink locale={locale} />
            <a href={`${PATHS.whistle}?lang=${locale}`}>{messages(locale).whistleBlowing.link}</a>
            <a href={`${PATHS.accessibility}?lang=${locale}`}>{messages(locale).accessibility.link}</a>
          </footer>
        )}
      </body>
    </html>
  )
}

interface LanguageSwitchProps {
  readonly words: Page['words']
  readonly otherLocale: Locale
  readonly path: string
  readonly isButton: boolean
}

function LanguageSwitch({ words, otherLocale, path, isButton }: LanguageSwitchProps) {
  if (!isButton) {
    return (
      <a className="lang" href={`${path}?lang=${otherLocale}`} lang={otherLocale} hrefLang={otherLocale}>
        {words.otherLanguage}
      </a>
    )
  }
  return (
    <span>
      {/* Enter in a form presses its first button: this one submits, so that Enter does not change the language. */}
      <button type="submit" form={FORM_ID} hidden />
      <button
        className="lang"
        form={FORM_ID}
        formAction={`${path}?lang=${otherLocale}`}
        name="lang"
        value={otherLocale}
        lang={otherLocale}
        type="submit"
      >
        {words.otherLanguage}
      </button>
    </span>
  )
}

const otherThan = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en')

/** Renders the complete page. */
export const html = (element: ReactNode): string => `<!doctype html>${renderToStaticMarkup(element)}`
