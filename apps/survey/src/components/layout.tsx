/** @jsxRuntime automatic */
import { logoPath, logoSize, NO_BRAND } from '@wayproof/kernel/brand/brand'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type LanguageLink, type Page, pageOwner } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { RightsLink } from '../rights/rights-link.tsx'
import { pageStyles } from './brand-style.ts'

interface LayoutProps {
  readonly page: Page
  readonly title: string
  /**
   * `form` keeps the input; `link` is for pages without input; `none` is for pages that show less when opened again.
   */
  readonly languages: 'form' | 'link' | 'none'
  /** Path of the page in another language; defaults to the current path. */
  readonly path?: string
  /** True if the footer links to requests and complaints; some pages link there further up. */
  readonly hasFooterLinks?: boolean
  /** True for the questionnaire, which needs less of the style. */
  readonly isLean?: boolean
  /** True for the public report, which has more style. */
  readonly isReport?: boolean
  readonly children: ReactNode
}

/** In pixels; the header is 48 px high. */
const LOGO_HEIGHT = 28

/** ID of the form that the language button in the header belongs to. */
export const FORM_ID = 'f'

export function Layout({
  page,
  title,
  languages,
  path = '',
  hasFooterLinks = true,
  isLean = false,
  isReport = false,
  children,
}: LayoutProps) {
  const { locale, words, sentences, organisation } = page
  const brand = organisation?.brand ?? NO_BRAND
  const styles = pageStyles(brand)
  return (
    <html lang={locale} dir={dirOf(page.direction)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: isLean ? styles.questionnaire : styles.others }} />
        {isReport && <style dangerouslySetInnerHTML={{ __html: styles.report }} />}
      </head>
      <body>
        <header>
          {brand.logo && <img src={logoPath(brand.logo)} alt="" {...logoSize(brand.logo, LOGO_HEIGHT)} />}
          <b>{pageOwner(page)}</b>
          {languages !== 'none' && (
            <LanguageSwitch languages={page.otherLanguages} path={path} isButton={languages === 'form'} />
          )}
        </header>
        <main>
          {page.isReadOnly && <p role="alert">{words.notices['no-answers'].text}</p>}
          {organisation?.sample && <p className="sample">{words.sample}</p>}
          <Untranslated page={page} />
          {children}
        </main>
        {hasFooterLinks && (
          <footer>
            <RightsLink page={page} />
            <a href={`${PATHS.whistle}?lang=${page.linkLanguage}`}>{sentences.whistleBlowing.link}</a>
            <a href={`${PATHS.accessibility}?lang=${page.linkLanguage}`}>{sentences.accessibility.link}</a>
          </footer>
        )}
      </body>
    </html>
  )
}

/** In the reader's language: the page has no text in it. */
function Untranslated({ page: { linkLanguage, locale, untranslated } }: { readonly page: Page }) {
  if (!untranslated || linkLanguage === locale) return null
  return (
    <p className="sample" lang={linkLanguage} dir={untranslated.direction}>
      {untranslated.text}
    </p>
  )
}

interface LanguageSwitchProps {
  readonly languages: readonly LanguageLink[]
  readonly path: string
  readonly isButton: boolean
}

function LanguageSwitch({ languages, path, isButton }: LanguageSwitchProps) {
  if (!isButton) {
    const links = languages.map(({ tag, name, direction }) => (
      <a key={tag} className="lang" href={`${path}?lang=${tag}`} lang={tag} hrefLang={tag} dir={dirOf(direction)}>
        {name}
      </a>
    ))
    return links.length === 1 ? links[0] : <Links>{links}</Links>
  }
  return (
    <Links>
      {/* Enter in a form presses its first button: this one submits, so that Enter does not change the language. */}
      <button type="submit" form={FORM_ID} hidden />
      {languages.map(({ tag, name, direction }) => (
        <button
          key={tag}
          className="lang"
          form={FORM_ID}
          formAction={`${path}?lang=${tag}`}
          name="lang"
          value={tag}
          lang={tag}
          dir={dirOf(direction)}
          type="submit"
        >
          {name}
        </button>
      ))}
    </Links>
  )
}

const Links = ({ children }: { readonly children: ReactNode }) => <span>{children}</span>

const dirOf = (direction: Page['direction']) => (direction === 'rtl' ? direction : undefined)

/** Renders the complete page. */
export const html = (element: ReactNode): string => `<!doctype html>${renderToStaticMarkup(element)}`
